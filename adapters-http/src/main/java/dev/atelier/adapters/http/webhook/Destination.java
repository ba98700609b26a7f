package dev.atelier.adapters.http.webhook;

import dev.atelier.domain.job.WebhookUrl;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Where a URL leads now. What is found here is what is called: a name that stands for another
/// address a moment later changes nothing.
record Destination(WebhookUrl url, List<InetAddress> addresses) {

    /// A host with more addresses than these is tried at the first ones only.
    private static final int MAX_ADDRESSES = 4;

    /// @throws NoAnswer if the host is unknown, or if any of its addresses is not public: one that
    ///   is would be luck
    static Destination of(WebhookUrl url, Gate gate) throws NoAnswer, InterruptedException {
        if (!gate.allowPlain() && !url.isSecure()) {
            throw new NoAnswer("only https URLs are called");
        }
        var addresses = addresses(url, gate.names());
        if (!addresses.stream().allMatch(gate.callable())) {
            throw new NoAnswer("the host has an address that is not public");
        }
        return new Destination(url, addresses.stream().limit(MAX_ADDRESSES).toList());
    }

    private static List<InetAddress> addresses(WebhookUrl url, Names names)
            throws NoAnswer, InterruptedException {
        try {
            return names.addresses(url.host());
        } catch (UnknownHostException unknown) {
            throw new NoAnswer("the host is not known", unknown);
        }
    }
}
