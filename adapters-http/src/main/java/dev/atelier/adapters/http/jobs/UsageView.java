package dev.atelier.adapters.http.jobs;

import dev.atelier.application.port.in.JobDetails.Attempt;
import dev.atelier.domain.job.GeneratedBy;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/// What was counted, and what it cost.
///
/// @param costUsd null if that of a part is not known
record UsageView(long inputTokens, long outputTokens, @Nullable BigDecimal costUsd) {

    /// @return null where nobody counted anything
    static @Nullable UsageView of(@Nullable GeneratedBy by) {
        var usage = by == null ? null : by.usage();
        return by == null || usage == null
                ? null
                : new UsageView(usage.inputTokens(), usage.outputTokens(), dollars(by.cost()));
    }

    /// Over all attempts.
    static @Nullable UsageView ofAll(List<Attempt> attempts) {
        var calls =
                attempts.stream()
                        .map(Attempt::by)
                        .filter(Objects::nonNull)
                        .flatMap(by -> by.calls().stream())
                        .toList();
        return calls.isEmpty() ? null : of(new GeneratedBy(calls));
    }

    /// Without the zeros that only tell how the amount was computed.
    static @Nullable BigDecimal dollars(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.stripTrailingZeros();
    }
}
