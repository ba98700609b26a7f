/// What operators see: one log line per request, and counters.
@NullMarked
package dev.atelier.adapters.http.observe;

import org.jspecify.annotations.NullMarked;
