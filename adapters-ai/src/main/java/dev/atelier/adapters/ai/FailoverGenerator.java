package dev.atelier.adapters.ai;

import dev.atelier.adapters.ai.provider.RisingProgress;
import dev.atelier.application.port.out.CanvasGenerator;
import dev.atelier.application.port.out.GenerationFailed;
import dev.atelier.application.port.out.GeneratorPaused;
import dev.atelier.domain.job.Failure;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.InstantSource;
import java.util.List;

/// Asks one provider after the other until one answers. Who is paused is passed over; a failure
/// that another provider need not share leads on to the next; what nobody would draw is final, and
/// so is an interruption.
///
/// The next provider begins anew: its partial designs replace those of the one before, while the
/// percentage stays where it was until it is overtaken.
final class FailoverGenerator implements CanvasGenerator {

    private static final Logger LOG = LoggerFactory.getLogger(FailoverGenerator.class);

    private final List<Candidate> candidates;
    private final InstantSource clock;

    /// @param candidates the preferred one first
    FailoverGenerator(List<Candidate> candidates, InstantSource clock) {
        this.candidates = List.copyOf(candidates);
        this.clock = clock;
    }

    @Override
    public Generated generate(Assignment assignment, Listener listener)
            throws InterruptedException {
        var tries = new Tries(clock);
        var audience = new WholeStory(new RisingProgress(listener), tries);
        for (var rest = candidates.listIterator(); rest.hasNext(); ) {
            var candidate = rest.next();
            try {
                return tries.completed(candidate.gated().generate(assignment, audience));
            } catch (GeneratorPaused paused) {
                tries.passedOver(paused);
                LOG.info("{} is passed over until {}", candidate.name(), paused.until());
            } catch (GenerationFailed failed) {
                tries.failed(candidate, failed);
                requireMore(failed, tries);
                if (rest.hasNext()) {
                    passOn(candidate, candidates.get(rest.nextIndex()), failed);
                }
            }
        }
        throw tries.outcome();
    }

    private static void requireMore(GenerationFailed failed, Tries tries)
            throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (!anotherMayHelp(failed.failure().kind())) {
            throw tries.as(failed);
        }
    }

    /// The cause may name hosts, so it is for those who look closer.
    private static void passOn(Candidate from, Candidate to, GenerationFailed failed) {
        LOG.warn("{} failed, {} is next: {}", from.name(), to.name(), failed.getMessage());
        LOG.debug("{} failed", from.name(), failed);
    }

    private static boolean anotherMayHelp(Failure.Kind kind) {
        return switch (kind) {
            case TRANSIENT, RATE_LIMITED, TIMED_OUT, PERMANENT -> true;
            case REFUSED, ABANDONED, EXPIRED -> false;
        };
    }
}
