/// The worker: claims jobs while it has room, runs each under a deadline, settles how it ended, and
/// keeps the lease that all of this rests on.
@NullMarked
package dev.atelier.application.work;

import org.jspecify.annotations.NullMarked;
