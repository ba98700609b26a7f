package dev.atelier.application.port.in;

import dev.atelier.domain.job.Spending;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/// What this process has done since it started.
///
/// @param attempts how many ended, by what became of the job: the word of its event, or `lost`
///   where it was in other hands by then
/// @param calls sorted by provider and model; beyond a bound all others are one, named `other`
/// @param waits seconds from when a job was due to its first start
/// @param runs seconds that attempts ran
/// @param leasesLost how often this worker could not vouch for its jobs any more
public record WorkDone(
        Map<String, Long> attempts,
        List<Calls> calls,
        Distribution waits,
        Distribution runs,
        long leasesLost) {

    /// Calls of one provider's model.
    ///
    /// @param model null where the provider has no models
    /// @param failed how many brought nothing
    /// @param times in seconds
    public record Calls(
            String provider,
            @Nullable String model,
            long answered,
            long failed,
            Spending spent,
            Times times,
            Tokens tokens) {}

    /// Seconds of calls, where they are known.
    ///
    /// @param perChunk from one piece of an answer to the next, on average of each call
    public record Times(Distribution whole, Distribution firstToken, Distribution perChunk) {}

    /// Tokens of calls, where they were counted.
    public record Tokens(Distribution input, Distribution output) {}
}
