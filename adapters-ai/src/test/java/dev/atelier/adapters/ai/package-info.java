/// Tests of the facade, and what the tests of all packages share.
@NullMarked
package dev.atelier.adapters.ai;

import org.jspecify.annotations.NullMarked;
