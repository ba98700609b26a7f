package dev.atelier.adapters.ai.gate;

import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.application.port.out.CanvasGenerator;
import dev.atelier.application.port.out.GenerationFailed;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.job.GeneratedBy;

/// A provider behind its gate: nobody is asked while that is closed, and it hears how each call
/// went.
public record GatedGenerator(CanvasGenerator generator, ProviderGate gate)
        implements CanvasGenerator {

    @Override
    public Generated generate(Assignment assignment, Listener listener)
            throws InterruptedException {
        try (var pass = gate.enter()) {
            return call(assignment, new Ear(listener, pass), pass);
        }
    }

    private Generated call(Assignment assignment, Listener listener, Pass pass)
            throws InterruptedException {
        try {
            var generated = generator.generate(assignment, listener);
            pass.answered();
            return generated;
        } catch (GenerationFailed failed) {
            tell(pass, failed);
            throw failed;
        }
    }

    /// An answer that was counted and is of no use is still an answer: nobody's instructions may
    /// close the gate for everybody.
    private static void tell(Pass pass, GenerationFailed failed) {
        switch (failed.failure().kind()) {
            case RATE_LIMITED -> pass.limited(failed.failure().retryAfter());
            case PERMANENT, REFUSED -> pass.answered();
            case TRANSIENT, TIMED_OUT -> {
                if (wasCounted(failed)) {
                    pass.answered();
                } else {
                    pass.failed(failed);
                }
            }
            case ABANDONED, EXPIRED -> {}
        }
    }

    private static boolean wasCounted(GenerationFailed failed) {
        var by = failed.by();
        return by != null && by.calls().getLast().usage() != null;
    }

    /// A part of the design means that the provider has taken the call.
    private record Ear(Listener listener, Pass pass) implements Listener {

        @Override
        public void progress(Progress progress) {
            listener.progress(progress);
        }

        @Override
        public void partial(CanvasDesign soFar) {
            pass.accepted();
            listener.partial(soFar);
        }

        @Override
        public void asked(GeneratedBy soFar) {
            listener.asked(soFar);
        }
    }
}
