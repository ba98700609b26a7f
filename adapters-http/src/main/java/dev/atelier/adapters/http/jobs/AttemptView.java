package dev.atelier.adapters.http.jobs;

import dev.atelier.application.port.in.JobDetails.Attempt;
import dev.atelier.domain.job.GeneratedBy;
import dev.atelier.domain.job.ProviderCall;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/// One run of a job, with who was asked in it. Times are in seconds.
///
/// @param timeToFirstTokenSeconds of the first call that was answered
/// @param durationSeconds of all calls together
record AttemptView(
        int number,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String provider,
        @Nullable String model,
        @Nullable Long inputTokens,
        @Nullable Long outputTokens,
        @Nullable BigDecimal costUsd,
        @Nullable Double timeToFirstTokenSeconds,
        @Nullable Double durationSeconds,
        List<CallView> calls,
        @Nullable String error) {

    static AttemptView of(Attempt attempt) {
        var by = attempt.by();
        var usage = UsageView.of(by);
        return new AttemptView(
                attempt.number(),
                attempt.startedAt(),
                attempt.endedAt(),
                by == null ? null : by.provider(),
                by == null ? null : by.model(),
                usage == null ? null : usage.inputTokens(),
                usage == null ? null : usage.outputTokens(),
                usage == null ? null : usage.costUsd(),
                seconds(times(by, ProviderCall::firstToken).findFirst().orElse(null)),
                seconds(times(by, ProviderCall::duration).reduce(Duration::plus).orElse(null)),
                by == null ? List.of() : by.calls().stream().map(CallView::of).toList(),
                attempt.error());
    }

    private static Stream<Duration> times(
            @Nullable GeneratedBy by, Function<ProviderCall, @Nullable Duration> time) {
        return by == null ? Stream.empty() : by.calls().stream().map(time).filter(Objects::nonNull);
    }

    private static @Nullable Double seconds(@Nullable Duration time) {
        return time == null ? null : (double) time.toMillis() / 1000;
    }

    /// One call of a provider.
    record CallView(
            String provider,
            @Nullable String model,
            @Nullable Long inputTokens,
            @Nullable Long outputTokens,
            @Nullable BigDecimal costUsd,
            @Nullable Double timeToFirstTokenSeconds,
            @Nullable Double durationSeconds,
            @Nullable String error) {

        static CallView of(ProviderCall call) {
            var usage = call.usage();
            return new CallView(
                    call.provider(),
                    call.model(),
                    usage == null ? null : usage.inputTokens(),
                    usage == null ? null : usage.outputTokens(),
                    UsageView.dollars(call.cost()),
                    seconds(call.firstToken()),
                    seconds(call.duration()),
                    call.error());
        }
    }
}
