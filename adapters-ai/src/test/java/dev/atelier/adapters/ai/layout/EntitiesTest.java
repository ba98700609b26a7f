package dev.atelier.adapters.ai.layout;

import static dev.atelier.adapters.ai.layout.Parts.edge;
import static dev.atelier.adapters.ai.layout.Parts.entity;
import static dev.atelier.adapters.ai.layout.Parts.object;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.adapters.ai.SoundDesign;
import dev.atelier.adapters.ai.theme.Theme;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.canvas.CanvasObject;
import dev.atelier.domain.canvas.CanvasObject.Box;
import dev.atelier.domain.canvas.CanvasObject.Circle;
import dev.atelier.domain.canvas.CanvasObject.Connector;
import dev.atelier.domain.canvas.CanvasStyle;
import dev.atelier.domain.canvas.ColorScheme;
import dev.atelier.domain.canvas.Label;
import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Direction;
import dev.atelier.domain.diagram.Diagram.Kind;
import dev.atelier.domain.diagram.Diagram.Node;
import dev.atelier.domain.diagram.Diagram.Role;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Collections;
import java.util.List;

final class EntitiesTest {

    private final Theme theme = Theme.of(CanvasStyle.CORPORATE, ColorScheme.DEFAULT);

    @Test
    void an_entity_lists_its_attributes_below_its_name() throws Exception {
        var design =
                place(
                        Kind.ENTITY_RELATIONSHIP,
                        entity("c", "Customer", "id", "name"),
                        entity("o", "Order", "id"));

        assertThat(label(object(design, "c")).text()).isEqualTo("Customer\n\nid\nname");
        SoundDesign.check(design);
    }

    @Test
    void relations_are_plain_lines_with_their_words() throws Exception {
        var design =
                place(
                        Kind.ENTITY_RELATIONSHIP,
                        entity("c", "Customer", "id", "name"),
                        entity("o", "Order", "id"));

        assertThat(SoundDesign.lines(design))
                .extracting(Connector::ending)
                .containsExactly(Connector.Ending.LINE);
        assertThat(SoundDesign.labels(design)).contains("1 – n");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void details_have_room_in_every_kind_and_role(Kind kind) throws Exception {
        for (var role : Role.values()) {
            var details = List.of("a detail that needs more than a single line", "b", "漢字の詳細");
            var design =
                    place(
                            kind,
                            new Node("x", "With details", role, null, details),
                            new Node("y", "Without", role, null));
            SoundDesign.check(design);
            assertThat(label(object(design, "x")).text()).contains("\n\n").contains("\nb\n");
        }
    }

    @Test
    void more_details_than_a_label_may_hold_end_in_an_ellipsis() throws Exception {
        var details = Collections.nCopies(20, "w".repeat(160));
        var design =
                place(
                        Kind.FLOWCHART,
                        new Node("x", "Long", Role.DATA, null, details),
                        entity("y", "Short"));

        assertThat(label(object(design, "x")).text()).endsWith("…");
        SoundDesign.check(design);
    }

    private CanvasDesign place(Kind kind, Node... nodes) throws InterruptedException {
        var edges = List.of(edge(nodes[0].id(), nodes[1].id(), "1 – n"));
        var diagram = new Diagram("Shop", kind, Direction.RIGHT, List.of(nodes), edges, List.of());
        return new DiagramLayout().place(diagram, theme);
    }

    private static Label label(CanvasObject object) {
        return switch (object) {
            case Box box when box.label() != null -> box.label();
            case Circle circle when circle.label() != null -> circle.label();
            default -> throw new AssertionError(object + " has no label");
        };
    }
}
