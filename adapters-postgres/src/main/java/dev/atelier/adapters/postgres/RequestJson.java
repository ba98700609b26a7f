package dev.atelier.adapters.postgres;

import dev.atelier.domain.canvas.CanvasBrief;
import dev.atelier.domain.canvas.CanvasId;
import dev.atelier.domain.canvas.CanvasStyle;
import dev.atelier.domain.canvas.ColorScheme;
import dev.atelier.domain.canvas.Instructions;
import dev.atelier.domain.job.JobRequest;
import dev.atelier.domain.job.JobRequest.CreateCanvas;
import dev.atelier.domain.job.JobRequest.ModifyCanvas;

import java.util.Locale;

/// What a job is to do as JSON, by the names of the API; its kind stands in a column of its own.
final class RequestJson {

    private RequestJson() {}

    static String write(JobRequest request) {
        var brief = request.brief();
        var node =
                Json.object()
                        .put("instructions", brief.instructions().text())
                        .put("style", brief.style().word())
                        .put("colorScheme", brief.colors().word());
        if (brief.target() != null) {
            node.put("canvas_id", brief.target().value());
        }
        return node.toString();
    }

    static JobRequest read(String type, String text) {
        return switch (type) {
            case CreateCanvas.TYPE -> new CreateCanvas(brief(text));
            case ModifyCanvas.TYPE -> new ModifyCanvas(brief(text));
            default -> throw new IllegalArgumentException("unknown kind of job: " + type);
        };
    }

    private static CanvasBrief brief(String text) {
        var node = Json.read(text);
        var target = Json.textOrNull(node, "canvas_id");
        return new CanvasBrief(
                new Instructions(Json.text(node, "instructions")),
                CanvasStyle.valueOf(constant(Json.text(node, "style"))),
                ColorScheme.valueOf(constant(Json.text(node, "colorScheme"))),
                target == null ? null : new CanvasId(target));
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
