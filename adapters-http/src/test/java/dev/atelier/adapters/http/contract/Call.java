package dev.atelier.adapters.http.contract;

import dev.atelier.adapters.http.TestServer;
import dev.atelier.testkit.openapi.Operation;

import org.jspecify.annotations.Nullable;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/// One request for an operation of the document. Unless told otherwise it is about nobody's job,
/// and says what the document gives as an example.
///
/// @param body null for none
record Call(
        Operation operation,
        String token,
        String id,
        String query,
        String header,
        @Nullable String body,
        String mediaType) {

    private static final String NOBODYS = "019aaf3e-6c00-7000-8000-0000000000ff";
    private static final String NO_HEADER = "";

    static Call of(Operation operation) {
        var example = operation.node().at("/requestBody/content/application~1json/example");
        return new Call(
                operation,
                "",
                NOBODYS,
                "",
                NO_HEADER,
                example.isMissingNode() ? null : example.toString(),
                "application/json");
    }

    Call by(String bearer) {
        return new Call(operation, bearer, id, query, header, body, mediaType);
    }

    Call on(Object target) {
        return new Call(operation, token, target.toString(), query, header, body, mediaType);
    }

    /// @param text without its question mark
    Call asking(String text) {
        return new Call(operation, token, id, "?" + text, header, body, mediaType);
    }

    /// @param field name and value, as in `Prefer: wait=1`
    Call with(String field) {
        return new Call(operation, token, id, query, field, body, mediaType);
    }

    Call saying(String text) {
        return new Call(operation, token, id, query, header, text, mediaType);
    }

    Call saying(String text, String type) {
        return new Call(operation, token, id, query, header, text, type);
    }

    HttpRequest.Builder to(TestServer server) {
        var request = server.request(operation.path().replace("{id}", id) + query, token);
        if (!header.equals(NO_HEADER)) {
            var colon = header.indexOf(": ");
            request.header(header.substring(0, colon), header.substring(colon + 2));
        }
        if (body == null) {
            return request.method(operation.method(), BodyPublishers.noBody());
        }
        return request.header("Content-Type", mediaType)
                .method(operation.method(), BodyPublishers.ofString(body));
    }
}
