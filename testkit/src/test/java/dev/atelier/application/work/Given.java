package dev.atelier.application.work;

import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.application.port.out.CanvasGenerator.Assignment.Draw;
import dev.atelier.application.port.out.CanvasGenerator.Generated;
import dev.atelier.application.port.out.JobLog.Trace;
import dev.atelier.application.port.out.Models.Model;
import dev.atelier.application.port.out.ProgressBoard;
import dev.atelier.application.work.AttemptOutcome.Produced;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.UserId;
import dev.atelier.testkit.Briefs;
import dev.atelier.testkit.fakes.InMemoryJobs;
import dev.atelier.testkit.fakes.InMemoryPorts;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What many tests of this package begin with.
final class Given {

    private Given() {}

    /// For jobs that draw something new.
    static Assignments assignments() {
        var none = new InMemoryJobs(InstantSource.system(), Duration.ofMinutes(1));
        return new Assignments(none.canvases());
    }

    /// One that can be asked at any time.
    static List<Model> aModel() {
        return List.of(InMemoryPorts.OFFLINE);
    }

    static Produced drawn(Generated generated) {
        return new Produced(new Draw(Briefs.aLoginFlow()), generated);
    }

    /// Tells what is shown on it.
    record Board(Consumer<Progress> words, Consumer<CanvasDesign> designs)
            implements ProgressBoard {

        @Override
        public void show(AIJob job, Progress progress) {
            words.accept(progress);
        }

        @Override
        public void show(AIJob job, CanvasDesign soFar) {
            designs.accept(soFar);
        }

        @Override
        public Optional<CanvasDesign> partial(JobId id, UserId owner) {
            return Optional.empty();
        }

        @Override
        public List<Said> latest(Collection<Trace> jobs) {
            return List.of();
        }
    }
}
