/// What happens to jobs, told while it happens: server-sent events, and the words that all
/// transports share. Knows the in-ports; how nothing is missed is told in docs/live-updates.md.
@NullMarked
package dev.atelier.adapters.http.live;

import org.jspecify.annotations.NullMarked;
