package dev.atelier.adapters.ai.chat;

import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.application.port.out.CanvasGenerator.Listener;
import dev.atelier.domain.canvas.CanvasDesign;

import java.util.function.Consumer;

/// Hears partial designs only.
record ForwardsPartials(Consumer<CanvasDesign> next) implements Listener {

    @Override
    public void progress(Progress progress) {}

    @Override
    public void partial(CanvasDesign soFar) {
        next.accept(soFar);
    }
}
