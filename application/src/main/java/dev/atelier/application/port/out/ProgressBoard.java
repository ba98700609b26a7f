package dev.atelier.application.port.out;

import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.domain.job.AIJob;

/// Where running attempts say how far they are. May be forgotten in a crash; a new start wipes it.
public interface ProgressBoard {

    void show(AIJob job, Progress progress);
}
