/// Time as long-lived connections need it: a clock that only runs forward, and alarms. Injected, so
/// that tests turn it by hand. Knows the JDK and SLF4J.
@NullMarked
package dev.atelier.adapters.http.timing;

import org.jspecify.annotations.NullMarked;
