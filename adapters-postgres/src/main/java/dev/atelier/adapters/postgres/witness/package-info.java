/// What somebody sees who puts a service of ours to the test and judges it by its tables alone. No
/// service looks at a database like that. Depends on the domain.
@NullMarked
package dev.atelier.adapters.postgres.witness;

import org.jspecify.annotations.NullMarked;
