/// The product as it is shipped, in processes of its own, on a real PostgreSQL and over real ports.
@NullMarked
package dev.atelier.bootstrap.e2e;

import org.jspecify.annotations.NullMarked;
