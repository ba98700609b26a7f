package dev.atelier.adapters.ai.provider.offline;

import dev.atelier.adapters.ai.diagram.CanvasDiagram;
import dev.atelier.adapters.ai.diagram.PatchStream;
import dev.atelier.adapters.ai.layout.DiagramLayout;
import dev.atelier.adapters.ai.provider.offline.Changes.NotUnderstood;
import dev.atelier.adapters.ai.theme.Theme;
import dev.atelier.application.port.out.GenerationFailed;
import dev.atelier.domain.canvas.Canvas;
import dev.atelier.domain.canvas.CanvasBrief;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.job.Failure;

import java.util.stream.Collectors;

/// Changes a canvas by rules: reads the wish, writes the patch that a model would have written, and
/// goes on as with a model.
final class OfflineEditor {

    private final DiagramLayout layout;

    OfflineEditor(DiagramLayout layout) {
        this.layout = layout;
    }

    /// @throws GenerationFailed if the wish is not understood; the message says what can be wished
    CanvasDesign edit(CanvasBrief brief, Canvas canvas) throws InterruptedException {
        var wish = brief.instructions().text();
        var before =
                CanvasDiagram.of(canvas.design())
                        .orElseThrow(() -> failed(NotUnderstood.wish(wish)));
        var after = patched(wish, canvas, before);
        return after.equals(before)
                ? canvas.design()
                : layout.revise(canvas, before, after, Theme.of(brief.style(), brief.colors()));
    }

    private static Diagram patched(String wish, Canvas canvas, Diagram before) {
        var taken =
                canvas.design().objects().stream()
                        .map(object -> object.id().value())
                        .collect(Collectors.toSet());
        var patch = new PatchStream(before, taken);
        patch.feed(changes(wish, before).reply());
        var draft = patch.end();
        if (draft.picture() instanceof Diagram after && draft.findings().isEmpty()) {
            return after;
        }
        throw failed(NotUnderstood.wish(wish));
    }

    private static Changes changes(String wish, Diagram before) {
        try {
            var changes = new Changes(before);
            Edits.read(wish, changes);
            return changes;
        } catch (NotUnderstood words) {
            throw failed(words);
        }
    }

    private static GenerationFailed failed(NotUnderstood wish) {
        var message =
                wish.why()
                        + ". The offline provider can add … after …, add … between … and …, connect"
                        + " … to …, rename … to …, and remove …";
        return new GenerationFailed(Failure.permanent(message), OfflineGenerator.BY, null);
    }
}
