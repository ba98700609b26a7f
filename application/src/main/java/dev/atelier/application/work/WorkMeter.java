package dev.atelier.application.work;

import dev.atelier.application.measure.Histogram;
import dev.atelier.application.measure.Tally;
import dev.atelier.application.port.in.Distribution;
import dev.atelier.application.port.in.WorkDone;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.GeneratedBy;
import dev.atelier.domain.job.JobEvent;
import dev.atelier.domain.job.JobState.Running;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Counts the attempts of this process: how long their jobs had waited, how long they ran, whom
/// they asked and what became of them.
final class WorkMeter {

    /// The outcome of an attempt whose job was in other hands by then.
    static final String LOST = "lost";

    private final ProviderMeter providers = new ProviderMeter();
    private final Tally<String> attempts = new Tally<>();
    private final Histogram waits = new Histogram(Distribution.JOB_SECONDS);
    private final Histogram runs = new Histogram(Distribution.JOB_SECONDS);

    /// Only of its first start is it known here when a job was due.
    void begun(AIJob job) {
        if (job.state() instanceof Running(_, var startedAt)) {
            FirstWait.of(job).ifPresent(due -> waits.add(between(due, startedAt)));
        }
    }

    /// @param by null where nobody was asked, or it is not known
    void asked(@Nullable GeneratedBy by) {
        providers.asked(by);
    }

    /// @param event what happened to the job; nothing, if it is in other hands
    void ended(AIJob job, Optional<JobEvent> event) {
        attempts.count(event.map(JobEvent::word).orElse(LOST));
        if (event.isPresent() && job.state() instanceof Running(_, var startedAt)) {
            runs.add(between(startedAt, event.get().at()));
        }
    }

    /// The clocks of two nodes are never quite the same.
    private static Duration between(Instant start, Instant end) {
        return end.isBefore(start) ? Duration.ZERO : Duration.between(start, end);
    }

    WorkDone read(long leasesLost) {
        return new WorkDone(
                attempts.read(), providers.read(), waits.read(), runs.read(), leasesLost);
    }
}
