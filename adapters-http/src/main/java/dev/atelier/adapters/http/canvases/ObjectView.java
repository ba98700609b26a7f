package dev.atelier.adapters.http.canvases;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.atelier.domain.canvas.Canvas;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.canvas.CanvasId;
import dev.atelier.domain.canvas.CanvasObject;
import dev.atelier.domain.canvas.ObjectId;
import dev.atelier.domain.job.UserId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// An object on its canvas. No object has times of its own: they are those of what it was drawn
/// with.
///
/// @param pinned true where the owner has put the object, else absent
public record ObjectView(
        String id,
        String canvasId,
        String objectType,
        Map<String, Object> properties,
        int zIndex,
        String createdBy,
        Instant createdAt,
        Instant updatedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean pinned) {

    /// All that was drawn, the lowest first.
    public static List<ObjectView> of(
            CanvasDesign design, CanvasId canvas, UserId owner, Instant drawnAt) {
        return of(new Canvas(canvas, owner, 1, design), drawnAt);
    }

    static List<ObjectView> of(Canvas canvas, Instant drawnAt) {
        var objects = canvas.design().objects();
        return IntStream.range(0, objects.size())
                .mapToObj(index -> of(objects.get(index), index, canvas, drawnAt))
                .toList();
    }

    private static ObjectView of(CanvasObject object, int zIndex, Canvas canvas, Instant drawnAt) {
        return new ObjectView(
                object.id().value(),
                canvas.id().value(),
                object.type(),
                ObjectProperties.of(object),
                zIndex,
                canvas.owner().value(),
                drawnAt,
                drawnAt,
                isIn(canvas.pinned(), object.id()));
    }

    private static @Nullable Boolean isIn(Set<ObjectId> pinned, ObjectId id) {
        return pinned.contains(id) ? Boolean.TRUE : null;
    }
}
