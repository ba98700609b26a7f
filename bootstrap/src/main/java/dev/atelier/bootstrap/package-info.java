/// The only place that knows all modules: settings, wiring, start and stop.
@NullMarked
package dev.atelier.bootstrap;

import org.jspecify.annotations.NullMarked;
