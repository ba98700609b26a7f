package dev.atelier.domain.canvas;

import static dev.atelier.domain.canvas.Drawn.INK;
import static dev.atelier.domain.canvas.Drawn.PAINT;
import static dev.atelier.domain.canvas.Drawn.arrow;
import static dev.atelier.domain.canvas.Drawn.box;
import static dev.atelier.domain.canvas.Drawn.design;
import static dev.atelier.domain.canvas.Drawn.flow;
import static dev.atelier.domain.canvas.Drawn.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.atelier.domain.InvalidValue;
import dev.atelier.domain.canvas.CanvasEdit.Move;
import dev.atelier.domain.canvas.CanvasEdit.Relabel;
import dev.atelier.domain.canvas.CanvasEdit.Remove;
import dev.atelier.domain.canvas.CanvasObject.Box;
import dev.atelier.domain.canvas.CanvasObject.Box.Outline;
import dev.atelier.domain.canvas.CanvasObject.Connector;
import dev.atelier.domain.canvas.CanvasObject.Connector.Ending;
import dev.atelier.domain.job.UserId;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// What an AI made of a canvas meets what its owner made of it meanwhile.
final class MergeTest {

    private static final List<String> NAMES = List.of("a", "b", "c", "d", "e", "f");

    private static Canvas board(CanvasDesign design) {
        return Canvas.begin(new CanvasId("board"), new UserId("alice"), design).canvas();
    }

    private static ObjectId id(String id) {
        return new ObjectId(id);
    }

    private static Box labelled(String id, double x, double y, String says) {
        return new Box(
                id(id),
                Outline.RECTANGLE,
                new Position(x, y),
                new Size(100, 50),
                PAINT,
                new Label(says, 12, INK));
    }

    /// Straight from the middle of one shape to that of the other.
    private static Connector between(String id, CanvasObject from, CanvasObject to) {
        return new Connector(
                id(id),
                Ending.ARROW,
                List.of(middle(from), middle(to)),
                INK,
                1,
                from.id(),
                to.id());
    }

    private static Position middle(CanvasObject shape) {
        var box = shape.bounds();
        return new Position((box.left() + box.right()) / 2, (box.top() + box.bottom()) / 2);
    }

    private static List<CanvasObject> objects(Canvas.Addition revised) {
        return revised.canvas().design().objects();
    }

    private static CanvasObject object(Canvas.Addition revised, String id) {
        return objects(revised).stream()
                .filter(it -> it.id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Example
    void lines_lead_to_their_shapes_whoever_moved_them() {
        var before =
                design(
                        box("a", 0, 0),
                        box("b", 0, 200),
                        between("x", box("a", 0, 0), box("b", 0, 200)));
        var base = board(before);
        var owners = base.edited(List.of(new Move(id("a"), new Position(400, 0))));

        var theirs = box("b", 0, 600);
        var revised =
                owners.revised(
                        base,
                        design(
                                box("a", 0, 0),
                                theirs,
                                box("c", 200, 0),
                                between("x", box("a", 0, 0), theirs),
                                between("y", box("a", 0, 0), box("c", 200, 0))));

        requireAttached(objects(revised));
        assertThat(middle(object(revised, "a"))).isEqualTo(new Position(450, 25));
    }

    @Example
    void a_shape_can_be_moved_by_one_and_reworded_by_the_other() {
        var base = board(design(labelled("a", 0, 0, "old"), labelled("b", 0, 200, "old")));
        var owners =
                base.edited(
                        List.of(
                                new Move(id("a"), new Position(400, 0)),
                                new Relabel(id("b"), "mine")));

        var revised =
                owners.revised(
                        base, design(labelled("a", 0, 0, "theirs"), labelled("b", 7, 7, "theirs")));

        assertThat(objects(revised))
                .containsExactly(labelled("a", 400, 0, "theirs"), labelled("b", 7, 7, "mine"));
    }

    @Example
    void what_only_went_along_is_not_held_back() {
        var base = board(flow());
        var owners = base.edited(List.of(new Move(id("a"), new Position(400, 0))));

        var revised = owners.revised(base, design(box("a", 0, 0), box("b", 0, 120)));

        assertThat(objects(revised)).containsExactly(box("a", 400, 0), box("b", 0, 120));
    }

    @Example
    void a_part_goes_along_with_a_moved_shape_that_was_redrawn() {
        var base = board(design(box("a", 0, 0), box("a:mark", 110, 0)));
        var owners = base.edited(List.of(new Move(id("a"), new Position(400, 0))));

        var revised = owners.revised(base, design(box("a", 0, 0), box("a:mark", 110, 0)));

        assertThat(objects(revised)).containsExactly(box("a", 400, 0), box("a:mark", 510, 0));
    }

    @Example
    void a_new_line_under_an_old_ones_name_is_there() {
        var base = board(flow());
        var owners = base.edited(List.of(new Move(id("a"), new Position(400, 0))));

        var revised =
                owners.revised(
                        base,
                        design(
                                box("a", 0, 0),
                                box("b", 0, 120),
                                box("c", 0, 240),
                                arrow("a-b", "b", "c")));

        assertThat(object(revised, "a-b")).isEqualTo(arrow("a-b", "b", "c"));
    }

    @Example
    void an_old_line_to_what_was_added_under_a_taken_name_leads_to_it() {
        var base = board(flow());
        var owners = base.add(design(box("c", 0, 0))).canvas();

        var revised =
                owners.revised(
                        base,
                        design(
                                box("a", 0, 0),
                                box("b", 0, 120),
                                box("c", 300, 120),
                                arrow("a-b", "a", "c")));

        assertThat(((Connector) object(revised, "a-b")).to()).isEqualTo(id("c-2"));
    }

    @Example
    void what_is_laid_below_stays_below() {
        var base = board(flow());
        var owners = base.edited(List.of(new Move(id("b"), new Position(0, 300))));

        var revised =
                owners.revised(base, design(box("area", 0, 0), box("a", 0, 0), box("b", 0, 120)));

        assertThat(objects(revised))
                .extracting(it -> it.id().value())
                .containsExactly("area", "a", "b");
    }

    @Example
    void an_object_put_where_it_was_stays_there_too() {
        var base = board(flow());
        var owners = base.edited(List.of(new Move(id("a"), new Position(0, 0))));

        var revised = owners.revised(base, design(box("a", 900, 900)));

        assertThat(object(revised, "a")).isEqualTo(box("a", 0, 0));
    }

    @Example
    void a_canvas_begun_anew_under_the_same_name_is_left_alone() {
        var base = board(flow());
        var another = board(design(text("mine", 0, 0)));

        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> another.revised(base, design(box("a", 0, 0))));
    }

    @Property(tries = 500)
    void keeps_its_promises_whatever_both_did(
            @ForAll("designs") CanvasDesign before,
            @ForAll("designs") CanvasDesign revision,
            @ForAll("edits") List<CanvasEdit> edits) {
        var base = board(before);
        var possible = possible(base, edits);
        Assume.that(possible.size() > 0);
        var owners = base.edited(possible);
        Assume.that(canBeMerged(owners, base, revision));

        var revised = owners.revised(base, revision);
        var after = new HashMap<ObjectId, CanvasObject>();
        objects(revised).forEach(it -> after.put(it.id(), it));

        for (var shape : owners.design().objects()) {
            if (owners.pinned().contains(shape.id())) {
                assertThat(after).containsKey(shape.id());
                var is = Objects.requireNonNull(after.get(shape.id())).bounds();
                assertThat(is.left()).isEqualTo(shape.bounds().left());
                assertThat(is.top()).isEqualTo(shape.bounds().top());
            }
        }
        for (var edit : possible) {
            if (edit instanceof Remove(var id)) {
                assertThat(after).doesNotContainKey(id);
            }
        }
        requireAttached(objects(revised));
    }

    private static boolean canBeMerged(Canvas owners, Canvas base, CanvasDesign revision) {
        var removed = new ArrayList<>(base.design().objects());
        removed.removeIf(
                it -> owners.design().objects().stream().anyMatch(o -> o.id().equals(it.id())));
        return !owners.pinned().isEmpty()
                || revision.objects().stream()
                        .filter(it -> !(it instanceof Connector))
                        .anyMatch(it -> removed.stream().noneMatch(r -> r.id().equals(it.id())));
    }

    /// Those of the edits that can be made one after another.
    private static List<CanvasEdit> possible(Canvas base, List<CanvasEdit> edits) {
        var made = new ArrayList<CanvasEdit>();
        for (var edit : edits) {
            made.add(edit);
            try {
                base.edited(made);
            } catch (InvalidValue _) {
                made.removeLast();
            }
        }
        return made;
    }

    private static void requireAttached(List<CanvasObject> objects) {
        var shapes = new HashMap<ObjectId, CanvasObject>();
        objects.forEach(it -> shapes.put(it.id(), it));
        for (var object : objects) {
            if (object instanceof Connector line) {
                assertThat(line.points().getFirst())
                        .isEqualTo(middle(Objects.requireNonNull(shapes.get(line.from()))));
                assertThat(line.points().getLast())
                        .isEqualTo(middle(Objects.requireNonNull(shapes.get(line.to()))));
            }
        }
    }

    /// Some shapes at whole places, and lines between them.
    @Provide
    Arbitrary<CanvasDesign> designs() {
        var places = Arbitraries.integers().between(-500, 500).list().ofSize(2 * NAMES.size());
        var there = Arbitraries.of(NAMES).set().ofMinSize(2).ofMaxSize(NAMES.size());
        var ends = Arbitraries.integers().between(0, 5).list().ofSize(6);
        return Combinators.combine(places, there, ends).as(MergeTest::drawn);
    }

    private static CanvasDesign drawn(List<Integer> places, Set<String> there, List<Integer> ends) {
        var shapes = new ArrayList<CanvasObject>();
        for (int n = 0; n < NAMES.size(); n++) {
            if (there.contains(NAMES.get(n))) {
                shapes.add(box(NAMES.get(n), places.get(2 * n), places.get(2 * n + 1)));
            }
        }
        var all = new ArrayList<>(shapes);
        for (int n = 0; n < ends.size(); n += 2) {
            var from = shapes.get(ends.get(n) % shapes.size());
            var to = shapes.get(ends.get(n + 1) % shapes.size());
            if (!from.equals(to)) {
                all.add(between("line:" + n, from, to));
            }
        }
        return new CanvasDesign("Any", all);
    }

    @Provide
    Arbitrary<List<CanvasEdit>> edits() {
        var place = Arbitraries.integers().between(-500, 500);
        var move =
                Combinators.combine(Arbitraries.of(NAMES), place, place)
                        .as((id, x, y) -> (CanvasEdit) new Move(id(id), new Position(x, y)));
        var names = Stream.concat(NAMES.stream(), Stream.of("line:0", "line:2")).toList();
        var remove = Arbitraries.of(names).map(id -> (CanvasEdit) new Remove(id(id)));
        return Arbitraries.frequencyOf(Tuple.of(3, move), Tuple.of(1, remove))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }
}
