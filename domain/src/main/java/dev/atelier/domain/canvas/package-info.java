/// What a user asks for (a brief) and what they get (a canvas of objects), each checking itself.
@NullMarked
package dev.atelier.domain.canvas;

import org.jspecify.annotations.NullMarked;
