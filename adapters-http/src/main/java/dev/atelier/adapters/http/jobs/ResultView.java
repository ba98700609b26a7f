package dev.atelier.adapters.http.jobs;

import dev.atelier.adapters.http.canvases.ObjectView;

import java.util.List;

/// What a completed job drew.
public record ResultView(boolean success, Result result) {

    static ResultView of(EndedJob ended) {
        return new ResultView(true, Result.of(ended));
    }

    public record Result(
            boolean success,
            String canvasId,
            String title,
            String message,
            String requestId,
            List<ObjectView> objects) {

        public static Result of(EndedJob ended) {
            var canvas = ended.state().canvas();
            return new Result(
                    true,
                    canvas.value(),
                    ended.design().title(),
                    ended.message(),
                    ended.job().id().toString(),
                    ObjectView.of(ended.design(), canvas, ended.job().owner(), ended.state().at()));
        }
    }
}
