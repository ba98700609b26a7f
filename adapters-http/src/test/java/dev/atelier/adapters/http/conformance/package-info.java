/// A server for the published test suites of Engine.IO and Socket.IO, and for their client: built
/// on the protocol packages alone.
@NullMarked
package dev.atelier.adapters.http.conformance;

import org.jspecify.annotations.NullMarked;
