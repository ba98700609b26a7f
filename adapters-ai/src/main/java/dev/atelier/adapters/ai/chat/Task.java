package dev.atelier.adapters.ai.chat;

import dev.atelier.application.port.out.CanvasGenerator.Listener;
import dev.atelier.domain.InvalidValue;

/// An assignment as it is put to a model.
interface Task {

    Question question();

    /// @param audience hears how the reading goes
    /// @param shown whether it also sees what there is so far
    Reading read(Listener audience, boolean shown);

    /// One reply, read while it streams.
    interface Reading {

        void take(String piece);

        /// All that was taken.
        String text();

        /// What comes of the reply, now that it is over.
        ///
        /// @param cutOff whether the model had more to say than it was allowed to
        /// @throws RepeatedRules if the reply gives our rules away
        /// @throws InvalidValue if the canvas would have more on it than a canvas may
        Solution solution(boolean cutOff) throws InterruptedException;
    }
}
