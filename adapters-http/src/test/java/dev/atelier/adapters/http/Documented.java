package dev.atelier.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.atelier.testkit.openapi.Answer;
import dev.atelier.testkit.openapi.ApiContract;
import dev.atelier.testkit.openapi.ApiDocument;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.util.Locale;

/// Holds every answer that a test gets against the OpenAPI document.
public final class Documented {

    private static final ApiContract CONTRACT = new ApiContract(ApiDocument.parse(text()));

    private Documented() {}

    public static ApiContract contract() {
        return CONTRACT;
    }

    /// @throws AssertionError if the document does not promise this answer to this request
    static void assertPromised(HttpRequest request, Reply reply) {
        var path = request.uri().getRawPath();
        if (path.startsWith(Routes.BASE) && !isPreflight(request) && !isAmbiguous(path)) {
            assertThat(
                            CONTRACT.violations(
                                    request.method(),
                                    path.substring(Routes.BASE.length()),
                                    new Answer(reply.status(), reply.headers(), reply.text())))
                    .as("what openapi.yaml promises for %s %s", request.method(), path)
                    .isEmpty();
        }
    }

    private static boolean isPreflight(HttpRequest request) {
        return request.headers().firstValue("Access-Control-Request-Method").isPresent();
    }

    /// The server takes an encoded slash for a slash, so the path does not tell its route.
    private static boolean isAmbiguous(String path) {
        return path.toLowerCase(Locale.ROOT).contains("%2f");
    }

    private static String text() {
        try (var file = Documented.class.getResourceAsStream("/openapi.yaml")) {
            return new String(requireNonNull(file).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
