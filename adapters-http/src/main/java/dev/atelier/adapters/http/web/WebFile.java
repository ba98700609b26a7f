package dev.atelier.adapters.http.web;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/// One file of the web page.
///
/// @param bodies by content encoding; `identity` is always there
/// @param lasting whether its name changes with its content
record WebFile(String mediaType, Map<String, byte[]> bodies, boolean lasting) {

    static final String IDENTITY = "identity";

    private static final String OTHER = "application/octet-stream";
    private static final Map<String, String> MEDIA_TYPES =
            Map.ofEntries(
                    Map.entry("html", "text/html; charset=utf-8"),
                    Map.entry("js", "text/javascript; charset=utf-8"),
                    Map.entry("css", "text/css; charset=utf-8"),
                    Map.entry("json", "application/json"),
                    Map.entry("webmanifest", "application/manifest+json"),
                    Map.entry("svg", "image/svg+xml"),
                    Map.entry("png", "image/png"),
                    Map.entry("jpg", "image/jpeg"),
                    Map.entry("webp", "image/webp"),
                    Map.entry("ico", "image/x-icon"),
                    Map.entry("woff2", "font/woff2"),
                    Map.entry("wasm", "application/wasm"),
                    Map.entry("txt", "text/plain; charset=utf-8"));

    WebFile {
        bodies = Map.copyOf(bodies);
    }

    static String mediaTypeOf(String name) {
        return MEDIA_TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), OTHER);
    }

    byte[] body(String encoding) {
        return requireNonNull(bodies.get(encoding));
    }
}
