package dev.atelier.adapters.http.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;

/// Reads the body of a request as JSON.
public final class RequestJson {

    private static final Pattern MEDIA_TYPE =
            Pattern.compile(
                    "application/json\\s*(;\\s*charset\\s*=\\s*\"?utf-8\"?\\s*)?",
                    Pattern.CASE_INSENSITIVE);

    private RequestJson() {}

    /// @throws MalformedJson if there is no body, or no JSON object in it
    public static Members required(ServerRequest request) {
        var bytes = bytes(request);
        if (bytes.length == 0) {
            throw new MalformedJson("A JSON body is required");
        }
        return new Members(Json.object(bytes), new Findings());
    }

    /// No body stands for an empty object.
    public static Members optional(ServerRequest request) {
        var bytes = bytes(request);
        var body = bytes.length == 0 ? JsonNodeFactory.instance.objectNode() : Json.object(bytes);
        return new Members(body, new Findings());
    }

    private static byte[] bytes(ServerRequest request) {
        if (!request.content().hasEntity()) {
            return new byte[0];
        }
        var mediaType = request.headers().first(HeaderNames.CONTENT_TYPE).orElse("");
        if (!MEDIA_TYPE.matcher(mediaType).matches()) {
            throw new UnsupportedMediaType();
        }
        try (var body = request.content().inputStream()) {
            return body.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
