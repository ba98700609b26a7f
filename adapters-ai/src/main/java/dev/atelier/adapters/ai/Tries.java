package dev.atelier.adapters.ai;

import dev.atelier.application.port.out.CanvasGenerator.Generated;
import dev.atelier.application.port.out.GenerationFailed;
import dev.atelier.application.port.out.GeneratorPaused;
import dev.atelier.domain.job.Failure;
import dev.atelier.domain.job.Failure.Kind;
import dev.atelier.domain.job.GeneratedBy;
import dev.atelier.domain.job.ProviderCall;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What came of the providers that were asked for one design, and what that means all in all.
final class Tries {

    private final InstantSource clock;
    private final List<ProviderCall> calls = new ArrayList<>();
    private final List<GenerationFailed> failures = new ArrayList<>();
    private final List<Instant> openings = new ArrayList<>();

    Tries(InstantSource clock) {
        this.clock = clock;
    }

    void passedOver(GeneratorPaused paused) {
        openings.add(paused.until());
    }

    void failed(Candidate candidate, GenerationFailed failed) {
        failures.add(failed);
        calls.addAll(callsOf(candidate, failed));
        if (failed.failure().kind() == Kind.RATE_LIMITED) {
            openings.add(candidate.gate().closedUntil().orElseGet(clock::instant));
        }
    }

    Generated completed(Generated generated) {
        return new Generated(generated.design(), with(generated.by()));
    }

    /// All that were asked, and now this one.
    GeneratedBy with(GeneratedBy current) {
        return by(current.calls());
    }

    /// The failure, told of all that were asked.
    GenerationFailed as(GenerationFailed failed) {
        return as(failed, failed.failure());
    }

    /// What to make of it if nobody could do it. A failure that may pass decides, for one provider
    /// that may answer next time is enough; where all of those ask for patience, the first that can
    /// be asked again says when. Otherwise the last failure decides.
    RuntimeException outcome() {
        if (failures.isEmpty()) {
            return new GeneratorPaused(firstOpening());
        }
        var passing = last(Kind.TRANSIENT).or(() -> last(Kind.TIMED_OUT));
        if (passing.isPresent()) {
            return as(passing.get());
        }
        return openings.isEmpty() ? as(failures.getLast()) : busy();
    }

    private GenerationFailed busy() {
        var busiest = last(Kind.RATE_LIMITED);
        var message =
                busiest.map(GenerationFailed::getMessage)
                        .orElse("No AI provider can be asked at the moment");
        var wait = Duration.between(clock.instant(), firstOpening());
        return as(
                busiest.orElseGet(failures::getLast),
                Failure.rateLimited(message, wait.isNegative() ? Duration.ZERO : wait));
    }

    private GenerationFailed as(GenerationFailed failed, Failure failure) {
        return new GenerationFailed(failure, by(List.of()), failed.getCause());
    }

    private Instant firstOpening() {
        return openings.stream().min(Instant::compareTo).orElseThrow();
    }

    private Optional<GenerationFailed> last(Kind kind) {
        return failures.reversed().stream()
                .filter(failed -> failed.failure().kind() == kind)
                .findFirst();
    }

    private GeneratedBy by(List<ProviderCall> last) {
        return new GeneratedBy(Stream.concat(calls.stream(), last.stream()).toList());
    }

    private static List<ProviderCall> callsOf(Candidate candidate, GenerationFailed failed) {
        var by = failed.by() == null ? unheardOf(candidate) : failed.by();
        return by.failed(failed.failure().message()).calls();
    }

    private static GeneratedBy unheardOf(Candidate candidate) {
        return new GeneratedBy(candidate.opened().provider(), candidate.opened().model(), null);
    }
}
