/// Looks at a finished design as its reader will, and names what is wrong with it. Depends on the
/// domain, and on `layout` for how much room text takes.
@NullMarked
package dev.atelier.adapters.ai.check;

import org.jspecify.annotations.NullMarked;
