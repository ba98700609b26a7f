package dev.atelier.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.domain.InvalidValue;

import org.junit.jupiter.api.Test;

import java.time.Duration;

final class PostgresSettingsTest {

    private static final PostgresSettings USUAL =
            PostgresSettings.at("postgresql://alice:hunter2@db/atelier");

    @Test
    void a_password_is_not_shown() {
        var apart =
                new PostgresSettings(
                        "postgresql://db/x",
                        "u",
                        "hunter3",
                        2,
                        USUAL.lease(),
                        1,
                        "s",
                        "postgresql://v:hunter4@db/x");

        assertThat(USUAL.toString()).doesNotContain("hunter2").doesNotContain("alice");
        assertThat(apart.toString()).doesNotContain("hunter3").doesNotContain("hunter4");
        assertThat(DatabaseUrl.parse(USUAL.url()).toString()).doesNotContain("hunter2");
    }

    @Test
    void wrong_values_are_refused() {
        assertThatThrownBy(() -> USUAL.withPoolSize(1)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> USUAL.withLease(Duration.ZERO)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> USUAL.withJobsPerUser(0)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> USUAL.withSchema("a; drop")).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> USUAL.withDirectUrl("db")).isInstanceOf(InvalidValue.class);
    }

    @Test
    void what_is_given_apart_wins_over_the_url() {
        var url = TestServer.newDatabase().replace("postgres@", "nobody:wrong@");

        try (var adapter =
                PostgresAdapter.open(
                        new PostgresSettings(
                                url, "postgres", "", 2, USUAL.lease(), null, null, null))) {
            assertThat(adapter.catalogue().pulse().queued()).isZero();
        }
    }
}
