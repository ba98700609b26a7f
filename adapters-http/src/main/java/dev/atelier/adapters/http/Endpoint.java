package dev.atelier.adapters.http;

import io.helidon.http.Method;
import io.helidon.webserver.http.Handler;

/// One method of one path.
///
/// @param path as a pattern below [Routes#BASE]
record Endpoint(Method method, String path, Access access, Handler handler) {

    /// Who may come in, and from which account it is paid.
    enum Access {
        /// Everybody, without a token.
        OPEN,
        /// Users, within the limit on reading.
        READ,
        /// Users, within the limit on creating.
        CREATE,
        /// Users, within the limit on reading; a ticket will do.
        WATCH,
        /// Administrators, within the limit on reading.
        ADMIN
    }

    String pattern() {
        return Routes.BASE + path;
    }
}
