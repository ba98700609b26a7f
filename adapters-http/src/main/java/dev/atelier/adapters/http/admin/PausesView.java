package dev.atelier.adapters.http.admin;

import dev.atelier.application.port.in.SteerWork.Pause;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// What is paused.
record PausesView(boolean success, List<PauseView> pauses) {

    static PausesView of(List<Pause> pauses) {
        return new PausesView(true, pauses.stream().map(PauseView::of).toList());
    }

    /// @param provider null: all work
    record PauseView(@Nullable String provider, @Nullable String reason, String by, Instant since) {

        static PauseView of(Pause pause) {
            return new PauseView(
                    pause.provider(), pause.reason(), pause.by().value(), pause.since());
        }
    }
}
