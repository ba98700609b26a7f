package dev.atelier.adapters.http.webhook;

import dev.atelier.domain.InvalidValue;
import dev.atelier.domain.job.WebhookUrl;

import java.net.InetAddress;
import java.util.regex.Pattern;

/// Which URLs are taken with a job. Nobody's name is looked up here: what a name stands for is
/// checked whenever it is called.
public final class WebhookRules {

    private static final Pattern LOCAL_NAME =
            Pattern.compile("localhost|.*\\.(localhost|local|internal)");

    /// What some program might take for an address (WHATWG URL, "ends in a number").
    private static final Pattern NUMERIC = Pattern.compile("(.*\\.)?([0-9]+|0x[0-9a-f]*)");

    private static final Pattern DOTTED =
            Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");

    private final boolean enabled;
    private final boolean allowPrivate;

    public WebhookRules(WebhookSettings settings) {
        this.enabled = !(settings.secrets() instanceof WebhookSecrets.None);
        this.allowPrivate = settings.allowPrivate();
    }

    /// @throws InvalidValue if it cannot be a URL, or one that is never called
    public WebhookUrl accept(String text) {
        if (!enabled) {
            throw new InvalidValue("cannot be used: webhooks are not set up on this server");
        }
        var url = new WebhookUrl(text);
        if (!allowPrivate) {
            requireSecure(url);
            requirePublic(url.host());
        }
        return url;
    }

    private static void requireSecure(WebhookUrl url) {
        if (!url.isSecure()) {
            throw new InvalidValue("must be an https URL");
        }
    }

    private static void requirePublic(String host) {
        var name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        if (isAddress(name) ? !PublicAddress.is(address(name)) : isLocal(name)) {
            throw new InvalidValue("must not name a private or local host");
        }
    }

    private static boolean isLocal(String name) {
        return LOCAL_NAME.matcher(name).matches() || NUMERIC.matcher(name).matches();
    }

    private static boolean isAddress(String host) {
        return host.contains(":") || DOTTED.matcher(host).matches();
    }

    private static InetAddress address(String host) {
        try {
            return InetAddress.ofLiteral(host);
        } catch (IllegalArgumentException notAnAddress) {
            throw new InvalidValue("must name a host");
        }
    }
}
