package dev.atelier.adapters.http.jobs;

import dev.atelier.domain.canvas.CanvasObject;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// What a completed job drew.
record ResultView(boolean success, Result result) {

    static ResultView of(EndedJob ended) {
        return new ResultView(true, Result.of(ended));
    }

    record Result(
            boolean success,
            String canvasId,
            String title,
            String message,
            String requestId,
            List<DrawnObject> objects) {

        static Result of(EndedJob ended) {
            var objects = ended.design().objects();
            return new Result(
                    true,
                    ended.state().canvas().value(),
                    ended.design().title(),
                    ended.message(),
                    ended.job().id().toString(),
                    IntStream.range(0, objects.size())
                            .mapToObj(index -> DrawnObject.of(objects.get(index), index, ended))
                            .toList());
        }
    }

    record DrawnObject(
            String id,
            String canvasId,
            String objectType,
            Map<String, Object> properties,
            int zIndex,
            String createdBy,
            Instant createdAt,
            Instant updatedAt) {

        static DrawnObject of(CanvasObject object, int zIndex, EndedJob ended) {
            var drawnAt = ended.state().at();
            return new DrawnObject(
                    object.id().value(),
                    ended.state().canvas().value(),
                    object.type(),
                    ObjectProperties.of(object),
                    zIndex,
                    ended.job().owner().value(),
                    drawnAt,
                    drawnAt);
        }
    }
}
