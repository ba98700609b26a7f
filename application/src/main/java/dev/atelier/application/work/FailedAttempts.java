package dev.atelier.application.work;

import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.Failure;
import dev.atelier.domain.job.GeneratedBy;
import dev.atelier.domain.job.Transition;
import dev.atelier.domain.retry.RetryPolicy;

import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

/// What follows a failed attempt, now: the policy with the clock and the chance that it needs.
///
/// @param random is asked from many threads at once
public record FailedAttempts(RetryPolicy policy, InstantSource clock, RandomGenerator random) {

    public Transition fail(AIJob job, Failure failure, @Nullable GeneratedBy by) {
        var now = clock.instant();
        var decision = policy.decide(failure, job.retries(), now, random);
        return job.attemptFailed(failure, decision, by, now);
    }
}
