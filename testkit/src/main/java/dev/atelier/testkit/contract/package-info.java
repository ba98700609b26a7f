/// What every adapter of a port must do, as tests: an adapter's test class implements the contract
/// and says how to make the adapter. No contract sleeps or owns a clock.
@NullMarked
package dev.atelier.testkit.contract;

import org.jspecify.annotations.NullMarked;
