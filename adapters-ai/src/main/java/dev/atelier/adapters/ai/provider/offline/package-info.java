/// The provider that needs no key and no network: reads the instructions itself, by rules. The same
/// words always give the same canvas.
@NullMarked
package dev.atelier.adapters.ai.provider.offline;

import org.jspecify.annotations.NullMarked;
