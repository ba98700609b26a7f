package dev.atelier.adapters.ai.diagram;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.adapters.ai.diagram.Finding.Problem;
import dev.atelier.domain.diagram.Picture;
import dev.atelier.domain.diagram.Wording;

import java.util.List;
import java.util.Optional;

/// Reads what a model replied. Tolerant of everything around and inside the JSON, strict in the
/// outcome: a sound picture or nothing.
public final class PictureReader {

    private static final Draft NOTHING =
            new Draft(null, List.of(Finding.about(Problem.NOTHING_TO_DRAW)));

    private PictureReader() {}

    /// @param title what the picture is called if the reply does not say
    /// @return nothing if there is nothing in the reply that could be drawn
    public static Optional<Picture> read(String reply, String title) {
        var stream = new PictureStream(title);
        stream.feed(reply);
        return Optional.ofNullable(stream.end().picture());
    }

    static Draft draft(ObjectNode reply, String otherwise) {
        var fields = new Fields(reply);
        var told = fields.text(Wording.MAX_TITLE, "title");
        var title = told.isEmpty() ? otherwise : told;
        var kind = fields.word("kind", "type");
        var sketch = SketchRepair.repair(fields, title);
        var diagram = DiagramRepair.repair(fields, kind, title);
        var wantsSketch = kind.contains("draw") || kind.contains("sketch");
        return (wantsSketch ? sketch.or(() -> diagram) : diagram.or(() -> sketch)).orElse(NOTHING);
    }
}
