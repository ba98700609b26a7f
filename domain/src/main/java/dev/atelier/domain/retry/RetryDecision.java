package dev.atelier.domain.retry;

import java.time.Instant;

/// What follows a failed attempt.
public sealed interface RetryDecision {

    record RetryAt(Instant due) implements RetryDecision {}

    record GiveUp() implements RetryDecision {}
}
