package dev.atelier.adapters.http.canvases;

import dev.atelier.adapters.http.exchange.Answer;
import dev.atelier.adapters.http.exchange.Parameters;
import dev.atelier.adapters.http.json.Words;
import dev.atelier.application.port.out.CanvasExports.Format;

import io.helidon.webserver.http.ServerRequest;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/// Which version of a canvas is wanted, and in what form. A format in the query is stronger than
/// the header, so that a link can name it.
///
/// @param version null for the latest
/// @param format null for JSON
record CanvasQuery(@Nullable Integer version, @Nullable Format format) {

    private static final String SVG = "image/svg+xml";

    static CanvasQuery read(ServerRequest request) {
        var query = Parameters.of(request);
        var version = query.one("version", text -> Parameters.between(1, 999_999_999, text));
        var format = query.one("format", Words.of(Format.values(), Format::word));
        query.done();
        return new CanvasQuery(
                version.orElse(null), format.or(() -> accepted(request)).orElse(null));
    }

    private static Optional<Format> accepted(ServerRequest request) {
        var mediaType = Accepted.by(request).best(List.of(Answer.JSON, SVG));
        return mediaType.equals(SVG) ? Optional.of(Format.SVG) : Optional.empty();
    }
}
