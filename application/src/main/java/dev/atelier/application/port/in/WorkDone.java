package dev.atelier.application.port.in;

import dev.atelier.domain.job.Spending;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// What this process has done since it started.
///
/// @param attempts how many ended, by what became of the job: the word of its event, or `lost`
///   where it was in other hands by then
/// @param calls sorted by provider and model; beyond a bound all others are one, named `other`
public record WorkDone(Map<String, Long> attempts, List<Calls> calls) {

    /// Calls of one provider's model.
    ///
    /// @param model null where the provider has no models
    public record Calls(
            String provider,
            @Nullable String model,
            Spending spent,
            Timings duration,
            Timings firstToken) {}

    /// How often something took no longer than each of [#BOUNDS], and the sum of all.
    ///
    /// @param upTo ends with the number of all
    public record Timings(List<Long> upTo, Duration sum) {

        /// Those of the GenAI conventions of OpenTelemetry: 10 ms, and so on doubled.
        public static final List<Duration> BOUNDS =
                IntStream.range(0, 14).mapToObj(n -> Duration.ofMillis(10L << n)).toList();

        public long count() {
            return upTo.getLast();
        }
    }
}
