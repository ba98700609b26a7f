package dev.atelier.adapters.http.security;

import dev.atelier.adapters.http.errors.Forbidden;

import io.helidon.webserver.http.ServerRequest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// Who may read the metrics. They name no user and no job, and still tell how the business goes.
public sealed interface MetricsAccess {

    /// @throws Unauthenticated if the request lacks the token
    /// @throws Forbidden if nobody may
    void require(ServerRequest request);

    /// Everybody who reaches the server.
    record Open() implements MetricsAccess {

        @Override
        public void require(ServerRequest request) {}
    }

    /// Nobody, until an operator has chosen a token.
    record Closed() implements MetricsAccess {

        @Override
        public void require(ServerRequest request) {
            throw new Forbidden("The metrics are closed until METRICS_TOKEN is set");
        }
    }

    /// Whoever brings this bearer token.
    record Token(String value) implements MetricsAccess {

        @Override
        public void require(ServerRequest request) {
            var given = Authentication.bearerOf(request);
            if (!MessageDigest.isEqual(bytes(given), bytes(value))) {
                throw Unauthenticated.badToken("value");
            }
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        /// The token is a secret.
        @Override
        public String toString() {
            return "Token[…]";
        }
    }
}
