/// Colours and type sizes: what a style and a colour scheme make of a role. Plain tables, checked
/// for contrast. Depends on the domain only.
@NullMarked
package dev.atelier.adapters.ai.theme;

import org.jspecify.annotations.NullMarked;
