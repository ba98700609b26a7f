package dev.atelier.domain.job;

import dev.atelier.domain.InvalidValue;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/// Where to tell that a job ended: an absolute http or https URL of at most 2,048 visible ASCII
/// characters, with a host, without user info and without fragment. Whether it may be called is not
/// known here: that depends on what the host turns out to be.
public record WebhookUrl(String value) {

    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,2048}");

    public WebhookUrl {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValue("must be 1 to 2048 visible ASCII characters");
        }
        var uri = parsed(value);
        if (!isWeb(uri.getScheme()) || uri.getHost() == null) {
            throw new InvalidValue("must be a URL such as https://example.com/path");
        }
        if (uri.getPort() == 0 || uri.getPort() > 65535) {
            throw new InvalidValue("must not name a port beyond 65535, nor port 0");
        }
        if (uri.getRawUserInfo() != null) {
            throw new InvalidValue("must not hold a user name or password");
        }
        if (uri.getRawFragment() != null) {
            throw new InvalidValue("must not have a fragment");
        }
    }

    public URI uri() {
        return parsed(value);
    }

    public boolean isSecure() {
        return "https".equalsIgnoreCase(uri().getScheme());
    }

    /// In lower case; an IPv6 address without its brackets.
    public String host() {
        var host = uri().getHost().toLowerCase(Locale.ROOT);
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    public int port() {
        var port = uri().getPort();
        if (port != -1) {
            return port;
        }
        return isSecure() ? 443 : 80;
    }

    /// Host and port: what two URLs of one receiver have in common.
    public String receiver() {
        return host() + ":" + port();
    }

    private static boolean isWeb(@Nullable String scheme) {
        return "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
    }

    private static URI parsed(String value) {
        try {
            return new URI(value);
        } catch (URISyntaxException e) {
            throw new InvalidValue("must be a URL such as https://example.com/path");
        }
    }
}
