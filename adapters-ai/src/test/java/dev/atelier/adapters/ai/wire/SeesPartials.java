package dev.atelier.adapters.ai.wire;

import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.application.port.out.CanvasGenerator.Listener;
import dev.atelier.domain.canvas.CanvasDesign;

/// Notices that there is something to be seen.
record SeesPartials(Runnable then) implements Listener {

    @Override
    public void progress(Progress progress) {}

    @Override
    public void partial(CanvasDesign soFar) {
        then.run();
    }
}
