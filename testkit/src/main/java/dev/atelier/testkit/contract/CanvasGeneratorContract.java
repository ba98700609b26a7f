package dev.atelier.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.application.port.out.CanvasGenerator;
import dev.atelier.application.port.out.CanvasGenerator.Generated;
import dev.atelier.domain.canvas.Bounds;
import dev.atelier.domain.canvas.CanvasBrief;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.canvas.CanvasObject;
import dev.atelier.domain.canvas.CanvasObject.Box;
import dev.atelier.domain.canvas.CanvasObject.Circle;
import dev.atelier.domain.canvas.CanvasObject.Connector;
import dev.atelier.domain.canvas.CanvasStyle;
import dev.atelier.domain.canvas.ColorScheme;
import dev.atelier.domain.canvas.Instructions;
import dev.atelier.domain.canvas.ObjectId;
import dev.atelier.domain.canvas.Position;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What every generator does with a request that it can fulfil. That ids are unique and that lines
/// are bound to objects that exist, a [CanvasDesign] sees to by itself.
public interface CanvasGeneratorContract {

    /// How far an arrow may end from the shape it is bound to, in canvas units.
    double TOLERANCE = 2;

    /// Answers a wish for two steps and an arrow between them.
    CanvasGenerator generator();

    private Generated generated(CanvasGenerator.Listener listener) {
        return generated(aFlow(CanvasStyle.MODERN, ColorScheme.DEFAULT), listener);
    }

    private Generated generated(CanvasBrief brief, CanvasGenerator.Listener listener) {
        try {
            return generator().generate(brief, listener);
        } catch (InterruptedException stopped) {
            throw new AssertionError("nobody interrupted it", stopped);
        }
    }

    private static CanvasBrief aFlow(CanvasStyle style, ColorScheme colors) {
        return new CanvasBrief(new Instructions("start -> check"), style, colors, null);
    }

    private static Map<ObjectId, CanvasObject> shapes(CanvasDesign design) {
        return design.objects().stream()
                .filter(object -> object instanceof Box || object instanceof Circle)
                .collect(Collectors.toMap(CanvasObject::id, Function.identity()));
    }

    private static List<Connector> arrows(CanvasDesign design) {
        return design.objects().stream()
                .filter(Connector.class::isInstance)
                .map(Connector.class::cast)
                .toList();
    }

    @Test
    default void a_flow_has_shapes_and_a_bound_arrow() {
        var design = generated(_ -> {}).design();

        assertThat(shapes(design)).hasSizeGreaterThanOrEqualTo(2);
        assertThat(arrows(design))
                .anySatisfy(
                        arrow -> {
                            assertThat(arrow.from()).isNotNull();
                            assertThat(arrow.to()).isNotNull();
                        });
    }

    @Test
    default void no_two_shapes_overlap() {
        var bounds =
                shapes(generated(_ -> {}).design()).values().stream()
                        .map(CanvasObject::bounds)
                        .toList();

        for (int n = 0; n < bounds.size(); n++) {
            var one = bounds.get(n);
            assertThat(bounds.subList(n + 1, bounds.size())).noneMatch(one::overlaps);
        }
    }

    @Test
    default void arrows_end_at_the_shapes_that_they_are_bound_to() {
        var design = generated(_ -> {}).design();
        var shapes = shapes(design);

        for (var arrow : arrows(design)) {
            requireMeets(shapes.get(arrow.from()), arrow.points().getFirst());
            requireMeets(shapes.get(arrow.to()), arrow.points().getLast());
        }
    }

    private static void requireMeets(@Nullable CanvasObject shape, Position end) {
        if (shape != null) {
            Bounds box = shape.bounds();
            assertThat(end.x()).isBetween(box.left() - TOLERANCE, box.right() + TOLERANCE);
            assertThat(end.y()).isBetween(box.top() - TOLERANCE, box.bottom() + TOLERANCE);
        }
    }

    @Test
    default void every_style_and_colour_scheme_is_drawn() {
        for (var style : CanvasStyle.values()) {
            for (var colors : ColorScheme.values()) {
                var design = generated(aFlow(style, colors), _ -> {}).design();

                assertThat(design.objects()).as("%s %s", style, colors).isNotEmpty();
            }
        }
    }

    @Test
    default void progress_is_reported_and_never_falls() {
        var reports = new CopyOnWriteArrayList<Progress>();

        generated(reports::add);

        assertThat(reports).isNotEmpty();
        assertThat(reports).extracting(Progress::percent).isSorted();
        assertThat(reports)
                .allSatisfy(
                        report -> {
                            assertThat(report.percent()).isBetween(0, 100);
                            assertThat(report.message()).isNotBlank();
                        });
    }

    @Test
    default void who_did_it_is_told() {
        assertThat(generated(_ -> {}).by().provider()).isNotBlank();
    }

    @Test
    default void on_an_interrupted_thread_it_ends_at_once() throws InterruptedException {
        var call =
                new FutureTask<>(
                        () -> {
                            Thread.currentThread().interrupt();
                            return generator()
                                    .generate(
                                            aFlow(CanvasStyle.MODERN, ColorScheme.DEFAULT),
                                            _ -> {});
                        });

        var thread = Thread.ofVirtual().start(call);

        assertThat(thread.join(Duration.ofSeconds(5))).isTrue();
        assertThat(call.state()).isNotEqualTo(FutureTask.State.RUNNING);
        if (call.state() == FutureTask.State.FAILED) {
            assertThat(call.exceptionNow()).isInstanceOf(InterruptedException.class);
        }
    }
}
