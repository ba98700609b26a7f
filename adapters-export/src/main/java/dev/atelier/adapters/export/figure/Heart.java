package dev.atelier.adapters.export.figure;

import dev.atelier.domain.canvas.Bounds;
import dev.atelier.domain.canvas.Position;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A heart that fills its box, as six cubic Bézier curves from its tip at the bottom clockwise.
public final class Heart {

    private static final int STEPS = 8;

    /// From the end of the one before to `to`.
    public record Curve(Position first, Position second, Position to) {}

    private final Bounds box;

    public Heart(Bounds box) {
        this.box = box;
    }

    public Position tip() {
        return at(0.5, 1);
    }

    public List<Curve> curves() {
        return List.of(
                new Curve(at(0.15, 0.72), at(0, 0.5), at(0, 0.28)),
                new Curve(at(0, 0.1), at(0.11, 0), at(0.26, 0)),
                new Curve(at(0.38, 0), at(0.46, 0.08), at(0.5, 0.2)),
                new Curve(at(0.54, 0.08), at(0.62, 0), at(0.74, 0)),
                new Curve(at(0.89, 0), at(1, 0.1), at(1, 0.28)),
                new Curve(at(1, 0.5), at(0.85, 0.72), tip()));
    }

    /// The same outline as corners close enough to look round, the first of them the tip.
    public List<Position> corners() {
        var curves = curves();
        var along =
                IntStream.range(0, curves.size())
                        .boxed()
                        .flatMap(
                                i -> along(i == 0 ? tip() : curves.get(i - 1).to(), curves.get(i)));
        return Stream.concat(Stream.of(tip()), along).limit(curves.size() * (long) STEPS).toList();
    }

    private static Stream<Position> along(Position from, Curve curve) {
        return IntStream.rangeClosed(1, STEPS)
                .mapToDouble(step -> (double) step / STEPS)
                .mapToObj(
                        t ->
                                new Position(
                                        bezier(
                                                t,
                                                from.x(),
                                                curve.first().x(),
                                                curve.second().x(),
                                                curve.to().x()),
                                        bezier(
                                                t,
                                                from.y(),
                                                curve.first().y(),
                                                curve.second().y(),
                                                curve.to().y())));
    }

    private static double bezier(double t, double a, double b, double c, double d) {
        var s = 1 - t;
        return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
    }

    private Position at(double across, double down) {
        return new Position(box.left() + across * box.width(), box.top() + down * box.height());
    }
}
