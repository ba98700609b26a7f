package dev.atelier.application.work;

import dev.atelier.application.port.out.StoreUnavailable;
import dev.atelier.domain.job.AIJob;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.function.Supplier;

/// Tries again, with longer and longer pauses, for as long as the store cannot be reached.
final class Patience {

    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final Pause pause;

    /// Lets time pass.
    interface Pause {

        void last(Duration time) throws InterruptedException;
    }

    Patience(Pause pause) {
        this.pause = pause;
    }

    <T> T with(AIJob job, Supplier<T> step) throws InterruptedException {
        for (var time = FIRST_PAUSE; ; time = longer(time)) {
            try {
                return step.get();
            } catch (StoreUnavailable outage) {
                LOG.warn("job {}: its outcome waits for the database", job.id());
                pause.last(time);
            }
        }
    }

    private static Duration longer(Duration time) {
        var doubled = time.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
