package dev.atelier.bootstrap.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/// A request as it goes over the wire, one byte for each character of its head.
///
/// @param operation which one of the document it is about
/// @param mutation what was done to it; `none` for a proper one
/// @param fields lines of the head, without their ends
// Bytes are never changed, and never compared.
@SuppressWarnings("ArrayRecordComponent")
record WireRequest(
        String operation,
        String mutation,
        String method,
        String target,
        List<String> fields,
        byte[] body) {

    static final String NONE = "none";

    WireRequest {
        fields = List.copyOf(fields);
    }

    WireRequest mutated(String how) {
        return new WireRequest(operation, how, method, target, fields, body);
    }

    WireRequest method(String other) {
        return new WireRequest(operation, mutation, other, target, fields, body);
    }

    WireRequest target(String other) {
        return new WireRequest(operation, mutation, method, other, fields, body);
    }

    WireRequest body(byte[] other) {
        return new WireRequest(operation, mutation, method, target, fields, other);
    }

    /// The field once more, whatever was there before.
    WireRequest plus(String field) {
        var more = new ArrayList<>(fields);
        more.add(field);
        return new WireRequest(operation, mutation, method, target, more, body);
    }

    WireRequest without(String name) {
        var others = fields.stream().filter(it -> !it.startsWith(name + ":")).toList();
        return new WireRequest(operation, mutation, method, target, others, body);
    }

    /// Whether all but the body, and fields that change no route, is as the document wants it.
    boolean isForItsOperation() {
        return !mutation.startsWith("path") && !mutation.startsWith("method") && !isRaw();
    }

    boolean isRaw() {
        return mutation.startsWith("raw");
    }

    String path() {
        return target.split("\\?", 2)[0];
    }

    byte[] bytes() {
        var head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
        fields.forEach(field -> head.append(field).append("\r\n"));
        if (body.length > 0 && fields.stream().noneMatch(WireRequest::framesBody)) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.append("\r\n").toString().getBytes(ISO_8859_1));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    private static boolean framesBody(String field) {
        return field.startsWith("Content-Length:") || field.startsWith("Transfer-Encoding:");
    }
}
