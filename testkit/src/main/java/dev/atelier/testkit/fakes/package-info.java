/// Adapters that live in memory and pass the same contracts as the real ones. May know the
/// application's ports, never another adapter.
@NullMarked
package dev.atelier.testkit.fakes;

import org.jspecify.annotations.NullMarked;
