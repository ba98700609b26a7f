/// What the PostgreSQL driver is given by name, and makes itself. Knows nothing of jobs.
@NullMarked
package dev.atelier.adapters.postgres.driver;

import org.jspecify.annotations.NullMarked;
