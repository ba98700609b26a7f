package dev.atelier.bootstrap;

import dev.atelier.adapters.http.security.MetricsAccess;
import dev.atelier.adapters.otel.OtelSettings;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads who may look at the service, and how it tells what it does.
final class Observation {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s?#@]+");
    private static final Pattern HEADER = Pattern.compile("([A-Za-z0-9_-]+) *= *(\\S+)");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/=-]{16,}");

    private Observation() {}

    /// Without a token the metrics are open in development and closed in production.
    ///
    /// @throws WrongSetting if the token cannot be one; it is not repeated
    static MetricsAccess metrics(Environment env, boolean production) {
        return env.text("METRICS_TOKEN")
                .map(Observation::token)
                .orElseGet(
                        () -> production ? new MetricsAccess.Closed() : new MetricsAccess.Open());
    }

    /// @throws WrongSetting if there is no such format
    static LogFormat logs(Environment env) {
        var usual = Settings.isProduction(env) ? LogFormat.JSON : LogFormat.TEXT;
        return env.text("LOG_FORMAT").map(Observation::logFormat).orElse(usual);
    }

    private static LogFormat logFormat(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "text" -> LogFormat.TEXT;
            case "json" -> LogFormat.JSON;
            default -> throw new WrongSetting("LOG_FORMAT", value, "text or json");
        };
    }

    /// Whom to tell of traces; nobody, unless a collector is named. The variables are those of
    /// OpenTelemetry.
    static Optional<OtelSettings> traces(Environment env) {
        var headers = headers(env);
        var service = env.text("OTEL_SERVICE_NAME").orElse("atelier");
        var ratio = env.decimal("OTEL_TRACES_SAMPLER_ARG", 0, 1).orElse(1.0);
        return env.text("OTEL_EXPORTER_OTLP_ENDPOINT")
                .map(Observation::endpoint)
                .map(endpoint -> new OtelSettings(endpoint, headers, service, ratio));
    }

    private static URI endpoint(String value) {
        try {
            var address = new URI(value);
            if (ADDRESS.matcher(value).matches() && address.getHost() != null) {
                return address;
            }
        } catch (URISyntaxException none) {
            // As below.
        }
        throw new WrongSetting(
                "OTEL_EXPORTER_OTLP_ENDPOINT must be an http or https address,"
                        + " such as http://localhost:4318");
    }

    /// They may hold secrets, so a wrong one is not repeated.
    private static Map<String, String> headers(Environment env) {
        var headers = new LinkedHashMap<String, String>();
        for (var pair : env.list("OTEL_EXPORTER_OTLP_HEADERS")) {
            var header = HEADER.matcher(pair);
            if (!header.matches()) {
                throw new WrongSetting(
                        "OTEL_EXPORTER_OTLP_HEADERS must be a comma list of name=value");
            }
            headers.put(header.group(1), decoded(header.group(2)));
        }
        return headers;
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException none) {
            throw new WrongSetting(
                    "OTEL_EXPORTER_OTLP_HEADERS has a value that is not well encoded");
        }
    }

    private static MetricsAccess token(String value) {
        if (!TOKEN.matcher(value).matches()) {
            throw new WrongSetting(
                    "METRICS_TOKEN must be at least 16 letters, digits or any of . _ ~ + / = -");
        }
        return new MetricsAccess.Token(value);
    }
}
