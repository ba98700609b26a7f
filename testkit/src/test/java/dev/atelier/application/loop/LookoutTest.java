package dev.atelier.application.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.application.port.out.Outlook.Sight;
import dev.atelier.application.port.out.StoreUnavailable;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

class LookoutTest {

    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Sight SOME = new Sight(true, false, true, false, false);

    private final List<Sight> one = new ArrayList<>();
    private final List<Sight> other = new ArrayList<>();

    @Test
    void asks_once_and_tells_everybody() {
        var asked = new ArrayList<Duration>();
        var lookout =
                new Lookout(
                        soon -> {
                            asked.add(soon);
                            return SOME;
                        },
                        EVERY,
                        List.of(one::add, other::add));

        assertThat(lookout.round()).isEqualTo(EVERY);

        assertThat(asked).hasSize(1);
        assertThat(one).containsExactly(SOME);
        assertThat(other).containsExactly(SOME);
    }

    @Test
    void looks_further_ahead_than_to_the_next_look() {
        var asked = new ArrayList<Duration>();
        new Lookout(
                        soon -> {
                            asked.add(soon);
                            return SOME;
                        },
                        EVERY,
                        List.of())
                .round();

        assertThat(asked.getFirst()).isGreaterThan(EVERY);
    }

    @Test
    void who_cannot_see_tells_nobody_anything() {
        var lookout =
                new Lookout(
                        _ -> {
                            throw new StoreUnavailable(new IllegalStateException("planted"));
                        },
                        EVERY,
                        List.of(one::add));

        assertThatThrownBy(lookout::round).isInstanceOf(StoreUnavailable.class);
        assertThat(one).isEmpty();
    }

    @Test
    void looks_as_soon_as_it_starts() throws InterruptedException {
        var told = new CountDownLatch(1);
        var lookout = new Lookout(_ -> SOME, EVERY, List.of(_ -> told.countDown()));

        lookout.start();

        told.await();
        lookout.stop();
        lookout.awaitEnd(EVERY);
    }
}
