package dev.atelier.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.atelier.application.port.out.JobSignals;
import dev.atelier.application.port.out.StoreUnavailable;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobId;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.Submission;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/// A server of its own, stopped and started under the adapter.
@Timeout(120)
final class OutageTest {

    @TempDir private Path data;
    private int port;
    private EmbeddedPostgres server;
    private PostgresAdapter adapter;

    @BeforeEach
    void start() throws IOException {
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        server = started();
        adapter =
                PostgresAdapter.open(
                        PostgresSettings.at("postgresql://postgres@localhost:" + port + "/postgres")
                                .withPoolSize(4));
    }

    private EmbeddedPostgres started() throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data.resolve("pg"))
                .setCleanDataDirectory(false)
                .start();
    }

    @AfterEach
    void stop() throws IOException {
        adapter.close();
        server.close();
    }

    private AIJob added() {
        var submission = Submission.by(Jobs.ALICE).at(adapter.clock().instant()).made();
        adapter.store().add(submission);
        return submission.job();
    }

    @Test
    void callers_are_told_soon_and_all_goes_on_once_the_server_is_back() throws IOException {
        var looks = new AtomicInteger();
        adapter.signals().listen(new CountingLooks(looks));
        var before = added();
        var worker = Jobs.aWorker();
        adapter.workers().join(worker, 1);

        server.close();
        var began = Instant.now();
        assertThatThrownBy(this::added).isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> adapter.store().find(before.id(), Jobs.ALICE))
                .isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> adapter.store().save(before.cancel(Jobs.NOON)))
                .isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> adapter.queue().claim(worker, 1))
                .isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> adapter.catalogue().pulse()).isInstanceOf(StoreUnavailable.class);
        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(30));

        var looksBefore = looks.get();
        server = started();
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptionsInstanceOf(StoreUnavailable.class)
                .untilAsserted(
                        () ->
                                assertThat(adapter.store().find(before.id(), Jobs.ALICE))
                                        .contains(before));
        var after = added();
        assertThat(adapter.queue().claim(worker, 10))
                .extracting(AIJob::id)
                .containsExactly(before.id(), after.id());
        await().atMost(Duration.ofSeconds(30)).until(() -> looks.get() > looksBefore);
    }

    @Test
    void a_server_that_is_not_there_is_told_at_the_start() {
        var nowhere = PostgresSettings.at("postgresql://u:hunter2@localhost:1/atelier");

        assertThatThrownBy(() -> PostgresAdapter.open(nowhere))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageNotContaining("hunter2");
    }

    private record CountingLooks(AtomicInteger looks) implements JobSignals.Listener {

        @Override
        public void queued() {}

        @Override
        public void ended(Set<JobId> jobs) {}

        @Override
        public void lookAgain() {
            looks.incrementAndGet();
        }
    }
}
