/// Taking requests in.
@NullMarked
package dev.atelier.application.submit;

import org.jspecify.annotations.NullMarked;
