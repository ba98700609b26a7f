package dev.atelier.application.port.in;

import dev.atelier.domain.job.UserId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/// Pausing and resuming at run time, on all nodes. What runs goes on; what waits stays in the
/// queue, loses no attempt, and says that it is paused. Whoever calls it has made sure that the
/// caller is an administrator.
public interface SteerWork {

    /// Those in force, the oldest first.
    List<Pause> pauses();

    /// From now on nobody begins what it stops; a pause of the same is replaced.
    ///
    /// @param provider null for all work
    /// @param reason for those who come later
    void pause(UserId by, @Nullable String provider, @Nullable String reason);

    /// Nothing happens if it is not paused.
    ///
    /// @param provider null for the pause of all work; those of providers stay
    void resume(UserId by, @Nullable String provider);

    /// The providers that a pause may name.
    Set<String> pausable();

    /// @param provider null: all work
    record Pause(@Nullable String provider, @Nullable String reason, UserId by, Instant since) {}
}
