package dev.atelier.application.port.out;

import dev.atelier.application.port.in.SteerWork.Pause;
import dev.atelier.domain.job.UserId;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What administrators have paused, as all nodes see it. Each change is followed by a hint to look
/// again, see [JobSignals.Listener#lookAgain].
public interface PauseBoard {

    /// The oldest first.
    List<Pause> pauses();

    /// Replaces the pause of the same, if there is one.
    ///
    /// @param provider null for all work
    void put(UserId by, @Nullable String provider, @Nullable String reason);

    /// @return whether there was such a pause
    boolean remove(@Nullable String provider);
}
