package dev.atelier.adapters.http.webhook;

import java.net.InetAddress;
import java.util.function.Predicate;

/// Who may be called.
///
/// @param callable whether an address may
/// @param allowPlain whether http may
record Gate(Names names, Predicate<InetAddress> callable, boolean allowPlain) {

    static Gate by(WebhookSettings settings) {
        return settings.allowPrivate()
                ? new Gate(new SystemNames(), _ -> true, true)
                : new Gate(new SystemNames(), PublicAddress::is, false);
    }
}
