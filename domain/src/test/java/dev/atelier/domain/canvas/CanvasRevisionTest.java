package dev.atelier.domain.canvas;

import static dev.atelier.domain.canvas.Drawn.arrow;
import static dev.atelier.domain.canvas.Drawn.box;
import static dev.atelier.domain.canvas.Drawn.design;
import static dev.atelier.domain.canvas.Drawn.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.atelier.domain.InvalidValue;
import dev.atelier.domain.canvas.CanvasEdit.Move;
import dev.atelier.domain.canvas.CanvasEdit.Remove;
import dev.atelier.domain.job.UserId;

import net.jqwik.api.Example;

import java.util.List;

/// An AI's revision meets what the owner did meanwhile.
final class CanvasRevisionTest {

    private final Canvas base =
            Canvas.begin(new CanvasId("board"), new UserId("alice"), flow()).canvas();

    private static Move moved(String id) {
        return new Move(new ObjectId(id), new Position(500, 500));
    }

    private static List<CanvasObject> objects(Canvas.Addition revised) {
        return revised.canvas().design().objects();
    }

    @Example
    void replaces_a_canvas_that_nobody_touched() {
        var revision = design(box("b", 7, 7));

        var revised = base.revised(base, revision);

        assertThat(revised.canvas().design()).isEqualTo(revision);
        assertThat(revised.canvas().version()).isEqualTo(2);
        assertThat(revised.added()).isEqualTo(revision);
    }

    @Example
    void leaves_what_the_owner_moved_meanwhile_and_takes_the_rest() {
        var owners = base.edited(List.of(moved("a")));

        var revised =
                owners.revised(
                        base,
                        design(
                                box("a", 1, 1),
                                box("b", 2, 2),
                                box("c", 3, 3),
                                arrow("a-b", "a", "b")));

        assertThat(objects(revised)).contains(box("a", 500, 500), box("b", 2, 2), box("c", 3, 3));
        assertThat(revised.canvas().version()).isEqualTo(3);
        assertThat(revised.canvas().pinned()).containsExactly(new ObjectId("a"));
    }

    @Example
    void takes_away_what_the_owner_did_not_touch_and_its_lines() {
        var owners = base.edited(List.of(moved("a")));

        var revised = owners.revised(base, design(box("c", 3, 3)));

        assertThat(objects(revised)).containsExactly(box("c", 3, 3), box("a", 500, 500));
    }

    @Example
    void does_not_bring_back_what_the_owner_took_away() {
        var owners = base.edited(List.of(new Remove(new ObjectId("b"))));

        var revised =
                owners.revised(
                        base, design(box("a", 0, 0), box("b", 9, 9), arrow("a-b", "a", "b")));

        assertThat(objects(revised)).containsExactly(box("a", 0, 0));
    }

    @Example
    void gives_another_name_to_what_both_added() {
        var owners = base.add(design(box("c", 1, 1))).canvas();

        var revised =
                owners.revised(
                        base, design(box("a", 0, 0), box("c", 3, 3), arrow("a-c", "a", "c")));

        assertThat(objects(revised))
                .extracting(it -> it.id().value())
                .containsExactly("a", "c-2", "a-c", "c");
        assertThat(objects(revised)).contains(arrow("a-c", "a", "c-2"));
    }

    @Example
    void forgets_pins_of_what_is_gone() {
        var pinned = base.edited(List.of(moved("a")));

        var revised = pinned.revised(pinned, design(box("b", 0, 0)));

        assertThat(revised.canvas().pinned()).isEmpty();
    }

    @Example
    void is_refused_where_nothing_would_be_left() {
        var owners = base.edited(List.of(new Remove(new ObjectId("b"))));

        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> owners.revised(base, design(box("b", 1, 1))));
    }
}
