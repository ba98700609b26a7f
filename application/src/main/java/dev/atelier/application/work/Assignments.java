package dev.atelier.application.work;

import dev.atelier.application.port.out.CanvasGenerator.Assignment;
import dev.atelier.application.port.out.CanvasGenerator.Assignment.Draw;
import dev.atelier.application.port.out.CanvasGenerator.Assignment.Revise;
import dev.atelier.application.port.out.CanvasStore;
import dev.atelier.application.port.out.GenerationFailed;
import dev.atelier.domain.canvas.Canvas;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.Failure;
import dev.atelier.domain.job.JobRequest.CreateCanvas;
import dev.atelier.domain.job.JobRequest.ModifyCanvas;

/// Gathers what a generator needs to know of a job.
final class Assignments {

    private final CanvasStore canvases;

    Assignments(CanvasStore canvases) {
        this.canvases = canvases;
    }

    /// @throws GenerationFailed if the canvas to change is not there
    Assignment of(AIJob job) {
        return switch (job.request()) {
            case CreateCanvas(var brief) -> new Draw(brief);
            case ModifyCanvas modify -> new Revise(modify.brief(), canvas(job, modify));
        };
    }

    private Canvas canvas(AIJob job, ModifyCanvas modify) {
        return canvases.find(modify.target(), job.owner()).orElseThrow(Assignments::gone);
    }

    static GenerationFailed gone() {
        return new GenerationFailed(
                Failure.permanent("The canvas to change does not exist"), null, null);
    }
}
