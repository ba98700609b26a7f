package dev.atelier.adapters.http.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Finds the addresses of a host.
interface Names {

    /// @return at least one
    /// @throws UnknownHostException if there is none
    List<InetAddress> addresses(String host) throws UnknownHostException, InterruptedException;
}
