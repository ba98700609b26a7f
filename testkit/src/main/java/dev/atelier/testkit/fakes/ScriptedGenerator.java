package dev.atelier.testkit.fakes;

import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.application.port.out.CanvasGenerator;
import dev.atelier.application.port.out.GenerationFailed;
import dev.atelier.domain.canvas.CanvasBrief;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.job.Failure;
import dev.atelier.testkit.Designs;
import dev.atelier.testkit.Jobs;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Does as it is told, one step per call, and once the script is over answers with [Designs#aFlow].
/// A test can wait for what happens inside.
public final class ScriptedGenerator implements CanvasGenerator {

    private static final long PATIENCE_SECONDS = 10;

    private interface Step {
        CanvasDesign play(Listener listener) throws InterruptedException;
    }

    private final BlockingQueue<Step> script = new LinkedBlockingQueue<>();
    private final List<Assignment> assignments = new CopyOnWriteArrayList<>();
    private final List<CanvasBrief> briefs = new CopyOnWriteArrayList<>();
    private final BlockingQueue<CanvasBrief> begun = new LinkedBlockingQueue<>();
    private final BlockingQueue<CanvasBrief> interrupted = new LinkedBlockingQueue<>();
    private final CountDownLatch released = new CountDownLatch(1);

    public ScriptedGenerator thenAnswer(CanvasDesign design) {
        return then(listener -> draw(design, listener));
    }

    public ScriptedGenerator thenFail(Failure failure) {
        return then(
                _ -> {
                    throw new GenerationFailed(failure, Jobs.BY_A_MODEL, null);
                });
    }

    /// Breaks as no generator should.
    public ScriptedGenerator thenThrow(RuntimeException bug) {
        return then(
                _ -> {
                    throw bug;
                });
    }

    /// Reports this and then hangs until it is interrupted or [#release]d.
    public ScriptedGenerator thenHang(Progress... reports) {
        return then(
                listener -> {
                    List.of(reports).forEach(listener::progress);
                    released.await();
                    return Designs.aFlow();
                });
    }

    private static CanvasDesign draw(CanvasDesign design, Listener listener) {
        listener.progress(new Progress(50, "Drawing"));
        return design;
    }

    private ScriptedGenerator then(Step step) {
        script.add(step);
        return this;
    }

    @Override
    public Generated generate(Assignment assignment, Listener listener)
            throws InterruptedException {
        var brief = assignment.brief();
        var step = script.poll();
        assignments.add(assignment);
        briefs.add(brief);
        begun.add(brief);
        try {
            var design = step == null ? draw(Designs.aFlow(), listener) : step.play(listener);
            return new Generated(design, Jobs.BY_A_MODEL);
        } catch (InterruptedException stop) {
            interrupted.add(brief);
            throw stop;
        }
    }

    /// Waits until one more call has begun.
    public CanvasBrief awaitBegun() throws InterruptedException {
        return await(begun, "begun");
    }

    /// Waits until one more call was interrupted.
    public CanvasBrief awaitInterrupted() throws InterruptedException {
        return await(interrupted, "been interrupted");
    }

    private static CanvasBrief await(BlockingQueue<CanvasBrief> calls, String what)
            throws InterruptedException {
        var brief = calls.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (brief == null) {
            throw new AssertionError("no call has " + what);
        }
        return brief;
    }

    /// Lets everything that hangs answer.
    public void release() {
        released.countDown();
    }

    /// What it was to do so far, in order.
    public List<Assignment> assignments() {
        return List.copyOf(assignments);
    }

    /// What it was asked so far, in order.
    public List<CanvasBrief> briefs() {
        return List.copyOf(briefs);
    }
}
