package dev.atelier.adapters.ai;

import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.application.port.out.CanvasGenerator.Listener;
import dev.atelier.domain.job.GeneratedBy;

import java.util.function.Consumer;

/// Hears of nothing else.
public record HearsWhoIsAsked(Consumer<GeneratedBy> next) implements Listener {

    @Override
    public void progress(Progress progress) {}

    @Override
    public void asked(GeneratedBy soFar) {
        next.accept(soFar);
    }
}
