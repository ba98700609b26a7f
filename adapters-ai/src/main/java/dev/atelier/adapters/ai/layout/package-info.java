/// Gives every part of a picture its place: general graphs by the Eclipse Layout Kernel, trees,
/// timelines, boards and sequences by rules of our own. Needs no fonts and no screen. Depends on
/// the domain and `theme`.
@NullMarked
package dev.atelier.adapters.ai.layout;

import org.jspecify.annotations.NullMarked;
