/// Requests that nobody in their right mind would send, made from the OpenAPI document by chance
/// that can be repeated: each request follows from the seed and its number alone.
@NullMarked
package dev.atelier.bootstrap.fuzz;

import org.jspecify.annotations.NullMarked;
