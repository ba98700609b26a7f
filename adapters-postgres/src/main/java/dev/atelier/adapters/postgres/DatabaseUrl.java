package dev.atelier.adapters.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.atelier.domain.InvalidValue;

import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

import java.net.URLDecoder;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/// A database's address in either of its two forms: libpq's URI (PostgreSQL manual, "Connection
/// URIs") and the driver's JDBC URL.
///
/// @param jdbc hosts and database only
/// @param properties everything else, credentials included, under the driver's names
record DatabaseUrl(String jdbc, Properties properties) {

    private static final Pattern FORM =
            Pattern.compile(
                    "(?:jdbc:postgresql:|postgres(?:ql)?:(?=//))"
                            + "(?://(?:(?<credentials>[^/?]*)@)?(?<hosts>[^/?@]*))?/?"
                            + "(?<database>[^?]*)(?:\\?(?<parameters>.*))?");

    /// libpq's names where the driver has its own.
    private static final Map<String, String> DRIVER_NAMES =
            Map.of(
                    "application_name", "ApplicationName",
                    "channel_binding", "channelBinding",
                    "connect_timeout", "connectTimeout",
                    "gssencmode", "gssEncMode",
                    "sslnegotiation", "sslNegotiation",
                    "target_session_attrs", "targetServerType");

    private static final Map<String, String> SERVER_TYPES =
            Map.of(
                    "read-write", "primary",
                    "read-only", "secondary",
                    "standby", "secondary",
                    "prefer-standby", "preferSecondary");

    /// @throws InvalidValue if it is neither form; the message does not repeat the URL, which may
    ///   hold a password
    static DatabaseUrl parse(String url) {
        var parts = FORM.matcher(url.strip());
        if (!parts.matches()) {
            throw invalid();
        }
        try {
            var properties = parameters(parts.group("parameters"));
            takeCredentials(parts.group("credentials"), properties);
            var hosts = parts.group("hosts");
            if (hosts != null && hosts.contains(",")) {
                properties.putIfAbsent("targetServerType", "primary");
            }
            return checked(hosts == null ? "" : hosts, parts.group("database"), properties);
        } catch (IllegalArgumentException broken) {
            throw invalid();
        }
    }

    private static DatabaseUrl checked(String hosts, String database, Properties properties) {
        var jdbc = "jdbc:postgresql://" + hosts + "/" + database;
        if (Driver.parseURL(jdbc, null) == null) {
            throw invalid();
        }
        return new DatabaseUrl(jdbc, properties);
    }

    private static Properties parameters(@Nullable String query) {
        var properties = new Properties();
        for (var parameter : query == null ? new String[0] : query.split("&", -1)) {
            var equals = parameter.indexOf('=');
            if (equals > 0) {
                put(
                        decoded(parameter.substring(0, equals)),
                        decoded(parameter.substring(equals + 1)),
                        properties);
            }
        }
        return properties;
    }

    private static void put(String name, String value, Properties properties) {
        if (name.equals("sslrootcert") && value.equals("system")) {
            properties.setProperty("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
        } else if (name.equals("target_session_attrs")) {
            properties.setProperty("targetServerType", SERVER_TYPES.getOrDefault(value, value));
        } else {
            properties.setProperty(DRIVER_NAMES.getOrDefault(name, name), value);
        }
    }

    private static void takeCredentials(@Nullable String credentials, Properties properties) {
        if (credentials == null) {
            return;
        }
        var colon = credentials.indexOf(':');
        properties.setProperty(
                "user", decoded(colon < 0 ? credentials : credentials.substring(0, colon)));
        if (colon >= 0) {
            properties.setProperty("password", decoded(credentials.substring(colon + 1)));
        }
    }

    /// Unlike in a form, a plus is a plus.
    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    }

    private static InvalidValue invalid() {
        return new InvalidValue(
                "the database URL must look like postgresql://user:password@host:5432/database or"
                        + " jdbc:postgresql://host:5432/database");
    }

    /// Says nothing that would be a pity to find in a log.
    @Override
    public String toString() {
        return jdbc;
    }
}
