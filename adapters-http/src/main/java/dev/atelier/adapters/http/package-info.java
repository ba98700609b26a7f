/// The service as HTTP clients see it. [dev.atelier.adapters.http.HttpAdapter] starts the server,
/// [dev.atelier.adapters.http.Routes] lists every path, and one handler per path calls one use
/// case. Knows the in-ports and the domain, and no other adapter.
@NullMarked
package dev.atelier.adapters.http;

import org.jspecify.annotations.NullMarked;
