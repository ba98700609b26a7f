package dev.atelier.domain.canvas;

import static dev.atelier.domain.canvas.Drawn.arrow;
import static dev.atelier.domain.canvas.Drawn.box;
import static dev.atelier.domain.canvas.Drawn.circle;
import static dev.atelier.domain.canvas.Drawn.design;
import static dev.atelier.domain.canvas.Drawn.flow;
import static dev.atelier.domain.canvas.Drawn.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.atelier.domain.InvalidValue;
import dev.atelier.domain.canvas.CanvasObject.Connector;
import dev.atelier.domain.job.UserId;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

final class CanvasTest {

    private static final UserId OWNER = new UserId("alice");

    private static Canvas board(CanvasDesign design) {
        return Canvas.begin(new CanvasId("board"), OWNER, design).canvas();
    }

    private static List<String> ids(CanvasDesign design) {
        return design.objects().stream().map(object -> object.id().value()).toList();
    }

    @Example
    void begins_with_its_first_design_as_it_is() {
        var begun = Canvas.begin(new CanvasId("board"), OWNER, flow());

        assertThat(begun.canvas()).isEqualTo(new Canvas(new CanvasId("board"), OWNER, 1, flow()));
        assertThat(begun.added()).isEqualTo(flow());
    }

    @Example
    void an_addition_is_the_next_version_and_keeps_the_title() {
        var more = new CanvasDesign("Another title", List.of(box("c", 0, 0)));

        var next = board(flow()).add(more);

        assertThat(next.canvas().version()).isEqualTo(2);
        assertThat(next.canvas().design().title()).isEqualTo("A design");
        assertThat(next.added().title()).isEqualTo("Another title");
    }

    @Example
    void an_older_version_comes_back_as_the_next_one_with_what_was_pinned() {
        var first = board(flow());
        var moved =
                first.edited(List.of(new CanvasEdit.Move(new ObjectId("a"), new Position(5, 5))));
        var later = moved.edited(List.of(new CanvasEdit.Remove(new ObjectId("a"))));

        var restored = later.restored(moved);

        assertThat(restored.version()).isEqualTo(4);
        assertThat(restored.design()).isEqualTo(moved.design());
        assertThat(restored.pinned()).containsExactly(new ObjectId("a"));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> moved.restored(later));
    }

    @Example
    void an_addition_lies_below_with_its_left_edge_in_line() {
        var next = board(flow()).add(design(box("c", 500, 500)));

        assertThat(next.added().bounds()).isEqualTo(new Bounds(0, 250, 100, 300));
    }

    @Example
    void taken_ids_are_changed_and_free_ones_kept() {
        var more = design(box("a", 0, 0), box("a-2", 0, 99), box("z", 0, 199));

        assertThat(ids(board(flow()).add(more).added())).containsExactly("a-3", "a-2", "z");
    }

    @Example
    void an_id_as_long_as_can_be_is_changed_too() {
        var longest = "x".repeat(100);
        var board = board(design(box(longest, 0, 0)));

        var renamed = ids(board.add(design(box(longest, 0, 0))).added());

        assertThat(renamed).singleElement().asString().hasSizeLessThanOrEqualTo(100);
        assertThat(renamed).doesNotContain(longest);
    }

    @Example
    void lines_stay_bound_to_the_shapes_they_came_with() {
        var added = board(flow()).add(flow()).added();

        assertThat(ids(added)).containsExactly("a-2", "b-2", "a-b-2");
        var line = (Connector) added.objects().getLast();
        assertThat(line.from()).isEqualTo(new ObjectId("a-2"));
        assertThat(line.to()).isEqualTo(new ObjectId("b-2"));
    }

    @Example
    void there_is_an_end_to_what_a_canvas_can_hold() {
        var many =
                IntStream.range(0, 1001)
                        .<CanvasObject>mapToObj(n -> box("box-" + n, n, 0))
                        .toList();
        var full = board(new CanvasDesign("Many", many));

        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> full.add(new CanvasDesign("Many more", many)));
    }

    @Property(tries = 300)
    void an_addition_covers_nothing_loses_nothing_and_keeps_its_form(
            @ForAll("designs") CanvasDesign there, @ForAll("designs") CanvasDesign addition) {
        var next = board(there).add(addition);
        var added = next.added();

        assertThat(next.canvas().design().objects())
                .startsWith(there.objects().toArray(CanvasObject[]::new))
                .endsWith(added.objects().toArray(CanvasObject[]::new))
                .hasSize(there.objects().size() + addition.objects().size());
        assertThat(added.bounds().overlaps(there.bounds())).isFalse();
        assertThat(ids(added)).doesNotContainAnyElementsOf(ids(there));
        assertThat(shape(added)).isEqualTo(shape(addition));
    }

    /// What stays the same when a design is moved and its objects get other names: the kinds, and
    /// which object each line is bound to, by its place in the design.
    private static List<String> shape(CanvasDesign design) {
        var ids = ids(design);
        var shape = new ArrayList<String>();
        for (var object : design.objects()) {
            var ends =
                    object instanceof Connector line
                            ? place(line.from(), ids) + place(line.to(), ids)
                            : "";
            shape.add(object.type() + ends);
        }
        return shape;
    }

    private static String place(@Nullable ObjectId end, List<String> ids) {
        return end == null ? " free" : " " + ids.indexOf(end.value());
    }

    /// Few names, so that they collide.
    @Provide
    Arbitrary<CanvasDesign> designs() {
        var coordinates = Arbitraries.doubles().between(-5000, 5000);
        var first = Combinators.combine(coordinates, coordinates).as((x, y) -> box("a", x, y));
        var second =
                Combinators.combine(Arbitraries.of("b", "a-2", "c"), coordinates, coordinates)
                        .as((id, x, y) -> circle(id, x, y, 30));
        var third = Combinators.combine(coordinates, coordinates).as((x, y) -> text("t", x, y));
        var line = Arbitraries.of("line", "t-2");
        return Combinators.combine(first, second, third, line)
                .as((a, b, t, id) -> design(a, b, t, arrow(id, "a", b.id().value())));
    }
}
