package dev.atelier.adapters.http.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.util.DefaultResourceRetriever;

import dev.atelier.adapters.http.TestServer;
import dev.atelier.adapters.http.TestSettings;
import dev.atelier.testkit.MutableClock;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;

class SigningKeysTest {

    private final MutableClock clock = MutableClock.atNoon();
    private Issuer issuer;
    private SigningKeys keys;

    @BeforeEach
    void start() {
        issuer = new Issuer();
        keys =
                new SigningKeys(
                        issuer.jwks(), new DefaultResourceRetriever(500, 500, 50_000), clock);
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void are_fetched_once() {
        assertThat(keys.find("key-1")).isPresent();
        assertThat(keys.find("key-1")).isPresent();

        assertThat(issuer.fetches).hasValue(1);
    }

    @Test
    void are_not_fetched_again_for_every_key_somebody_makes_up() {
        for (var n = 0; n < 100; n++) {
            assertThat(keys.find("made-up-" + n)).isEmpty();
        }

        assertThat(issuer.fetches).hasValue(1);
    }

    @Test
    void are_fetched_again_for_a_new_key_after_a_pause() {
        keys.find("key-1");
        issuer.published = Issuer.newKey("key-2");
        assertThat(keys.find("key-2")).isEmpty();

        clock.pushForward(SigningKeys.PAUSE);

        assertThat(keys.find("key-2")).isPresent();
        assertThat(keys.find("key-1")).isEmpty();
    }

    @Test
    void are_fetched_again_when_they_have_grown_old() {
        keys.find("key-1");
        issuer.published = Issuer.newKey("key-2");

        clock.pushForward(SigningKeys.FRESH.plusSeconds(1));
        keys.find("key-1");

        assertThat(keys.find("key-1")).isEmpty();
        assertThat(issuer.fetches).hasValue(2);
    }

    @Test
    void stay_good_while_the_issuer_is_down() {
        keys.find("key-1");
        issuer.down = true;
        clock.pushForward(Duration.ofDays(1));

        assertThat(keys.find("key-1")).isPresent();
        assertThatThrownBy(() -> keys.find("key-2")).isInstanceOf(KeysUnavailable.class);
    }

    @Test
    void are_asked_for_again_once_the_issuer_is_back() {
        issuer.down = true;
        assertThatThrownBy(() -> keys.find("key-1")).isInstanceOf(KeysUnavailable.class);
        assertThatThrownBy(() -> keys.find("key-1")).isInstanceOf(KeysUnavailable.class);
        assertThat(issuer.fetches).hasValue(1);

        issuer.down = false;
        clock.pushForward(SigningKeys.PAUSE);

        assertThat(keys.find("key-1")).isPresent();
    }

    @Test
    void that_cannot_be_had_are_our_fault_and_not_the_callers() {
        issuer.down = true;
        var firebase = issuer.asFirebase();
        try (var server = TestServer.start(TestSettings.trusting(firebase))) {
            var token = Issuer.signed(Issuer.claims().build(), issuer.key);

            var reply = server.get("/jobs", token);

            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.header("retry-after")).isEqualTo("5");
        }
    }
}
