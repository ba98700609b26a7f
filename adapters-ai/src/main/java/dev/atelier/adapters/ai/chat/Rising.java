package dev.atelier.adapters.ai.chat;

import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.application.port.out.CanvasGenerator.Listener;
import dev.atelier.domain.canvas.CanvasDesign;

/// Passes everything on, but never a lower progress than before.
final class Rising implements Listener {

    private final Listener next;
    private int percent;

    Rising(Listener next) {
        this.next = next;
    }

    @Override
    public void progress(Progress progress) {
        percent = Math.max(percent, progress.percent());
        next.progress(new Progress(percent, progress.message()));
    }

    @Override
    public void partial(CanvasDesign soFar) {
        next.partial(soFar);
    }
}
