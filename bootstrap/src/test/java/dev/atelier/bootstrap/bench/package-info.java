/// How fast the product is: `./mvnw -q -Pbench`, described in `docs/performance.md`. Not a test: it
/// takes long and asserts no time.
@NullMarked
package dev.atelier.bootstrap.bench;

import org.jspecify.annotations.NullMarked;
