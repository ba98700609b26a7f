package dev.atelier.bootstrap.bench;

import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.application.port.out.CanvasGenerator;

/// Tells of its progress so many times, all at once, before it answers.
record Talkative(CanvasGenerator generator, int times) implements CanvasGenerator {

    @Override
    public Generated generate(Assignment assignment, Listener listener)
            throws InterruptedException {
        var generated = generator.generate(assignment, listener);
        for (int n = 1; n <= times; n++) {
            listener.progress(new Progress(100 * n / times, "Drew part " + n + " of " + times));
        }
        return generated;
    }
}
