package dev.atelier.adapters.ai.gate;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Trips when half of the last ten calls failed (five at least), and again if the first call after
/// that fails. How long it stays open, and who makes that call, is the gate's to say.
final class Breaker {

    /// How long a provider is left alone once it has tripped.
    static final Duration REST = Duration.ofSeconds(30);

    private static final CircuitBreakerConfig CONFIG =
            CircuitBreakerConfig.custom()
                    .failureRateThreshold(50)
                    .slidingWindow(10, 5, SlidingWindowType.COUNT_BASED)
                    .permittedNumberOfCallsInHalfOpenState(1)
                    .waitDurationInOpenState(REST)
                    .build();

    private final CircuitBreaker breaker;

    Breaker(String name) {
        this.breaker = CircuitBreaker.of(name, CONFIG);
    }

    /// From here on one call decides. Changes nothing unless it has tripped.
    void tryAgain() {
        if (breaker.getState() == State.OPEN) {
            breaker.transitionToHalfOpenState();
        }
    }

    void answered() {
        breaker.onSuccess(0, TimeUnit.NANOSECONDS);
    }

    /// @return whether it trips on this
    boolean trips(Throwable failure) {
        breaker.onError(0, TimeUnit.NANOSECONDS, failure);
        return breaker.getState() == State.OPEN;
    }
}
