package dev.atelier.bootstrap.selftest;

import java.time.Duration;

/// Something that is done to a worker process.
///
/// @param at after the start of the plan
/// @param worker its number, from 0
record Step(Duration at, Deed deed, int worker) {

    enum Deed {
        /// It dies at once, and another is started in its place.
        KILL,
        /// It stops in the middle of whatever it does.
        FREEZE,
        /// It goes on, and does not know that time has passed.
        THAW,
        /// It loses all its connections to the database.
        CUT
    }
}
