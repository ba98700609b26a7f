/// Work that goes on in the background: a loop, apart from what one round of it does.
@NullMarked
package dev.atelier.application.loop;

import org.jspecify.annotations.NullMarked;
