/// What log lines say beside their words. It knows the domain alone.
@NullMarked
package dev.atelier.application.log;

import org.jspecify.annotations.NullMarked;
