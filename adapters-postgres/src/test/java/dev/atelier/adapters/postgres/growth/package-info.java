/// What the operations of the database cost when it has grown: `./mvnw -q -Pgrowth`, described in
/// `docs/growth.md`. Not a test: it takes long and asserts nothing.
@NullMarked
package dev.atelier.adapters.postgres.growth;

import org.jspecify.annotations.NullMarked;
