/// The fakes pass the contracts of the real adapters.
@NullMarked
package dev.atelier.testkit.fakes;

import org.jspecify.annotations.NullMarked;
