/// WebSocket as its server sees it (RFC 6455), over connections that Helidon has accepted. Written
/// by hand, because Helidon's own layer decodes each fragment of a text on its own and lets invalid
/// frames pass. Knows Helidon's server and `timing`, and nothing of what the messages mean.
@NullMarked
package dev.atelier.adapters.http.websocket;

import org.jspecify.annotations.NullMarked;
