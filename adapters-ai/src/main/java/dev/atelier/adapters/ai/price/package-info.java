/// What calls of providers cost, by a table of list prices. Knows the application's ports, the
/// domain and no provider; what the table does not know has no price.
@NullMarked
package dev.atelier.adapters.ai.price;

import org.jspecify.annotations.NullMarked;
