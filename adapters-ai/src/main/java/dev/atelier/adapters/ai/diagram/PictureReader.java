package dev.atelier.adapters.ai.diagram;

import dev.atelier.domain.diagram.Picture;
import dev.atelier.domain.diagram.Wording;

import java.util.Optional;
import java.util.stream.IntStream;

/// Reads what a model replied. Tolerant of everything around and inside the JSON, strict in the
/// outcome: a sound picture or nothing.
public final class PictureReader {

    /// How many opening braces are tried before a reply is given up.
    private static final int ATTEMPTS = 5;

    private PictureReader() {}

    /// @param title what the picture is called if the reply does not say
    /// @return nothing if there is nothing in the reply that could be drawn
    public static Optional<Picture> read(String reply, String title) {
        return IntStream.range(0, reply.length())
                .filter(at -> reply.charAt(at) == '{')
                .limit(ATTEMPTS)
                .mapToObj(at -> new Fields(LenientJson.read(reply.substring(at))))
                .flatMap(fields -> picture(fields, title).stream())
                .findFirst();
    }

    private static Optional<Picture> picture(Fields fields, String otherwise) {
        var told = fields.text(Wording.MAX_TITLE, "title");
        var title = told.isEmpty() ? otherwise : told;
        var kind = fields.word("kind", "type");
        var wantsSketch = kind.contains("draw") || kind.contains("sketch");
        Optional<Picture> sketch = SketchRepair.repair(fields, title).map(it -> it);
        Optional<Picture> diagram = DiagramRepair.repair(fields, kind, title).map(it -> it);
        return wantsSketch ? sketch.or(() -> diagram) : diagram.or(() -> sketch);
    }
}
