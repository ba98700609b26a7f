package dev.atelier.adapters.ai.chat;

import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.application.port.out.CanvasGenerator.Listener;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.job.GeneratedBy;

import java.util.ArrayList;
import java.util.List;

/// Remembers all that it was told.
final class Heard implements Listener {

    final List<Progress> progress = new ArrayList<>();
    final List<CanvasDesign> partials = new ArrayList<>();
    final List<GeneratedBy> asked = new ArrayList<>();

    @Override
    public void progress(Progress told) {
        progress.add(told);
    }

    @Override
    public void partial(CanvasDesign soFar) {
        partials.add(soFar);
    }

    @Override
    public void asked(GeneratedBy soFar) {
        asked.add(soFar);
    }
}
