/// A model server for tests, in the wire protocol of whichever provider, and what every provider
/// has to make of it.
@NullMarked
package dev.atelier.adapters.ai.wire;

import org.jspecify.annotations.NullMarked;
