package dev.atelier.adapters.ai.provider;

import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.application.port.out.CanvasGenerator.Listener;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.job.GeneratedBy;

/// Passes on what several calls report in turn, without a percentage that falls.
public final class RisingProgress implements Listener {

    private final Listener listener;
    private int percent;

    public RisingProgress(Listener listener) {
        this.listener = listener;
    }

    @Override
    public synchronized void progress(Progress progress) {
        percent = Math.max(percent, progress.percent());
        listener.progress(new Progress(percent, progress.message()));
    }

    @Override
    public void partial(CanvasDesign soFar) {
        listener.partial(soFar);
    }

    @Override
    public void asked(GeneratedBy soFar) {
        listener.asked(soFar);
    }
}
