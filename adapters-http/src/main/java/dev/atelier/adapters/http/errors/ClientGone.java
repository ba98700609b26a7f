package dev.atelier.adapters.http.errors;

import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;

/// The client left before it was answered. There is nobody to tell, but the log.
public final class ClientGone extends CloseConnectionException {

    /// What proxies log in such a case.
    public static final Status LOGGED_AS = Status.create(499, "Client Closed Request");

    public ClientGone() {
        super("the client left before it was answered");
    }
}
