package dev.atelier.adapters.ai;

import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.application.port.out.CanvasGenerator.Listener;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.job.GeneratedBy;

/// Passes on what a provider reports, and tells of those that were asked before it too.
record WholeStory(Listener listener, Tries before) implements Listener {

    @Override
    public void progress(Progress progress) {
        listener.progress(progress);
    }

    @Override
    public void partial(CanvasDesign soFar) {
        listener.partial(soFar);
    }

    @Override
    public void asked(GeneratedBy soFar) {
        listener.asked(before.with(soFar));
    }
}
