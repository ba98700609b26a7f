package dev.atelier.adapters.http.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.MutableClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class VerifiedTokensTest {

    private final MutableClock clock = MutableClock.atNoon();
    private final List<String> verified = new ArrayList<>();
    private final VerifiedTokens tokens = new VerifiedTokens(this::verify, clock);

    @Test
    void are_verified_once_until_they_expire() {
        tokens.verify("good");
        tokens.verify("good");
        assertThat(verified).containsExactly("good");

        clock.pushForward(Duration.ofMinutes(1));

        assertThatThrownBy(() -> tokens.verify("good")).isInstanceOf(Unauthenticated.class);
    }

    @Test
    void are_not_remembered_when_they_are_bad() {
        assertThatThrownBy(() -> tokens.verify("bad")).isInstanceOf(Unauthenticated.class);
        assertThatThrownBy(() -> tokens.verify("bad")).isInstanceOf(Unauthenticated.class);

        assertThat(verified).containsExactly("bad", "bad");
    }

    @Test
    void are_forgotten_when_there_are_too_many() {
        tokens.verify("first");
        for (var n = 0; n < VerifiedTokens.CAPACITY; n++) {
            tokens.verify("other-" + n);
        }

        tokens.verify("first");

        assertThat(verified).filteredOn("first"::equals).hasSize(2);
    }

    private Verified verify(String token) {
        verified.add(token);
        var expiry = Jobs.NOON.plusSeconds(60);
        if (token.equals("bad") || !clock.instant().isBefore(expiry)) {
            throw Unauthenticated.badToken("expiry");
        }
        return new Verified(new Caller(Jobs.ALICE, false), expiry);
    }
}
