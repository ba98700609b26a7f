/// Test support that all modules share: object mothers that only take real transitions, and a clock
/// that moves when told. Used in test scope only.
@NullMarked
package dev.atelier.testkit;

import org.jspecify.annotations.NullMarked;
