package dev.atelier.bootstrap.bench;

import dev.atelier.application.port.out.CanvasGenerator;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.canvas.CanvasObject;
import dev.atelier.domain.canvas.CanvasObject.Circle;
import dev.atelier.domain.canvas.Color;
import dev.atelier.domain.canvas.ObjectId;
import dev.atelier.domain.canvas.Paint;
import dev.atelier.domain.canvas.Position;
import dev.atelier.domain.job.GeneratedBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;

/// In place of an AI: notes which job it was asked for and when, and answers with about 1 KB.
final class NoOpGenerator implements CanvasGenerator {

    private static final GeneratedBy BY = new GeneratedBy("none", null, null);
    private static final Paint PAINT = new Paint(Color.TRANSPARENT, Color.TRANSPARENT, 0);
    private static final CanvasDesign DESIGN =
            new CanvasDesign(
                    "The quick brown fox",
                    IntStream.range(0, 8).mapToObj(NoOpGenerator::dot).toList());

    private final AtomicIntegerArray asked;
    private final AtomicLongArray begun;
    private final AtomicInteger ended = new AtomicInteger();
    private final Duration work;

    /// @param jobs how many there are, each with its number ([Jobs])
    /// @param work how long each takes
    NoOpGenerator(int jobs, Duration work) {
        this.asked = new AtomicIntegerArray(jobs);
        this.begun = new AtomicLongArray(jobs);
        this.work = work;
    }

    @Override
    public Generated generate(Assignment assignment, Listener listener)
            throws InterruptedException {
        var now = System.nanoTime();
        var job = Jobs.number(assignment.brief());
        begun.set(job, now);
        asked.incrementAndGet(job);
        if (work.isPositive()) {
            Thread.sleep(work);
        }
        ended.incrementAndGet();
        return new Generated(DESIGN, BY);
    }

    /// How many calls have been answered.
    int ended() {
        return ended.get();
    }

    /// In nanoseconds, as [System#nanoTime].
    long begun(int job) {
        return begun.get(job);
    }

    long firstBegun() {
        return IntStream.range(0, begun.length())
                .mapToLong(begun::get)
                .filter(time -> time != 0)
                .min()
                .orElseThrow();
    }

    long lost() {
        return IntStream.range(0, asked.length()).filter(job -> asked.get(job) == 0).count();
    }

    long twice() {
        return IntStream.range(0, asked.length()).filter(job -> asked.get(job) > 1).count();
    }

    private static CanvasObject dot(int n) {
        return new Circle(new ObjectId("dot-" + n), new Position(100.0 * n, 100), 40, PAINT, null);
    }
}
