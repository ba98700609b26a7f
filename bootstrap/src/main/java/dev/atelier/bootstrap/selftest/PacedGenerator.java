package dev.atelier.bootstrap.selftest;

import dev.atelier.application.port.out.CanvasGenerator;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.canvas.CanvasObject.Circle;
import dev.atelier.domain.canvas.Color;
import dev.atelier.domain.canvas.ObjectId;
import dev.atelier.domain.canvas.Paint;
import dev.atelier.domain.canvas.Position;
import dev.atelier.domain.job.GeneratedBy;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/// Takes its time, as a model does, and always draws the same.
///
/// @param work how long it takes on average, give or take half of it
public record PacedGenerator(Duration work, RandomGenerator random) implements CanvasGenerator {

    private static final CanvasDesign DESIGN =
            new CanvasDesign(
                    "Self-test",
                    List.of(
                            new Circle(
                                    new ObjectId("dot"),
                                    new Position(100, 100),
                                    40,
                                    new Paint(Color.TRANSPARENT, Color.TRANSPARENT, 0),
                                    null)));
    private static final GeneratedBy BY = new GeneratedBy("selftest", null, null);

    @Override
    public Generated generate(Assignment assignment, Listener listener)
            throws InterruptedException {
        Thread.sleep(Math.round(work.toMillis() * (0.5 + random.nextDouble())));
        return new Generated(DESIGN, BY);
    }
}
