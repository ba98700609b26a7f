/// How many requests one user may make.
@NullMarked
package dev.atelier.adapters.http.limits;

import org.jspecify.annotations.NullMarked;
