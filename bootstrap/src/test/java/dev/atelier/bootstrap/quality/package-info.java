/// The quality set: prompts and recorded replies go the whole way through the product, and what it
/// draws is measured by rules of our own, which know nothing of its layout.
@NullMarked
package dev.atelier.bootstrap.quality;

import org.jspecify.annotations.NullMarked;
