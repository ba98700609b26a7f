package dev.atelier.adapters.ai.layout;

import static dev.atelier.adapters.ai.layout.Parts.edge;
import static dev.atelier.adapters.ai.layout.Parts.node;
import static dev.atelier.adapters.ai.layout.Parts.object;
import static dev.atelier.adapters.ai.layout.Parts.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.adapters.ai.SoundDesign;
import dev.atelier.adapters.ai.check.DesignCheck;
import dev.atelier.adapters.ai.theme.Theme;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.canvas.CanvasObject.Circle;
import dev.atelier.domain.canvas.CanvasObject.Connector;
import dev.atelier.domain.canvas.CanvasStyle;
import dev.atelier.domain.canvas.ColorScheme;
import dev.atelier.domain.canvas.ObjectId;
import dev.atelier.domain.canvas.Position;
import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Direction;
import dev.atelier.domain.diagram.Diagram.Edge;
import dev.atelier.domain.diagram.Diagram.Kind;
import dev.atelier.domain.diagram.Diagram.Node;
import dev.atelier.domain.diagram.Diagram.Role;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

final class SequenceArrangerTest {

    private static final List<Node> THREE =
            List.of(
                    node("user", "User", Role.ACTOR),
                    node("browser", "Browser"),
                    node("server", "Server"));

    private final Theme theme = Theme.of(CanvasStyle.MODERN, ColorScheme.DEFAULT);

    @Test
    void participants_stand_side_by_side_above_their_lifelines() throws Exception {
        var design = place(THREE, List.of(edge("user", "browser", "clicks")));

        double right = 0;
        for (var participant : THREE) {
            var head = object(design, participant.id()).bounds();
            var lifeline = object(design, participant.id() + ":lifeline").bounds();
            assertThat(head.left()).isGreaterThan(right);
            assertThat(lifeline.top()).isEqualTo(head.bottom());
            assertThat(lifeline.left() + lifeline.right()).isEqualTo(head.left() + head.right());
            assertThat(lifeline.width()).isLessThan(10);
            right = head.right();
        }
        assertThat(object(design, "user")).isInstanceOf(Circle.class);
    }

    @Test
    void messages_run_level_between_lifelines_in_their_order() throws Exception {
        var messages =
                List.of(
                        edge("user", "browser", "clicks"),
                        edge("browser", "server", "asks"),
                        edge("server", "user", "mails"),
                        edge("user", "browser", "clicks"));
        var design = place(THREE, messages);

        var lines = SoundDesign.lines(design);
        assertThat(lines)
                .extracting(line -> name(line.from()) + " " + name(line.to()))
                .containsExactly("user browser", "browser server", "server user", "user browser");
        assertThat(lines)
                .allSatisfy(
                        line -> {
                            assertThat(line.points()).extracting(Position::y).hasSize(2);
                            assertThat(line.bounds().height()).isZero();
                            assertThat(line.ending()).isEqualTo(Connector.Ending.ARROW);
                        });
        assertThat(lines)
                .extracting(line -> line.bounds().top())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void a_message_is_told_right_above_its_arrow() throws Exception {
        var design =
                place(
                        THREE,
                        List.of(
                                edge("user", "browser", "a first message of more than one line"),
                                edge("browser", "server", "a second one")));

        var arrow = SoundDesign.lines(design).getLast().bounds();
        var words = text(design, "a second one").bounds();
        assertThat(arrow.top() - words.bottom()).isBetween(1.0, 10.0);
        assertThat(words.left()).isGreaterThan(arrow.left());
        assertThat(words.right()).isLessThan(arrow.right());
    }

    @Test
    void a_message_to_oneself_is_a_loop_to_the_right_with_its_words_beside_it() throws Exception {
        var design = place(THREE, List.of(edge("browser", "browser", "thinks about it")));

        var loop = SoundDesign.lines(design).getFirst();
        var lifeline = object(design, "browser:lifeline").bounds();
        assertThat(loop.points().getFirst().x()).isEqualTo(lifeline.right());
        assertThat(loop.points().getLast().x()).isEqualTo(lifeline.right());
        assertThat(loop.points().getLast().y()).isGreaterThan(loop.points().getFirst().y());
        assertThat(text(design, "thinks about it").bounds().left())
                .isGreaterThan(loop.bounds().right());
        SoundDesign.check(design);
    }

    @Test
    void columns_make_room_for_what_is_said_between_them() throws Exception {
        var terse = place(THREE, List.of(edge("user", "browser", "x")));
        var wordy =
                place(THREE, List.of(edge("user", "browser", "considerably more words than that")));

        assertThat(object(wordy, "browser").bounds().left())
                .isGreaterThan(object(terse, "browser").bounds().left());
    }

    @Property(tries = 60)
    void any_conversation_is_sound(@ForAll("conversations") Diagram diagram) throws Exception {
        var design = new DiagramLayout().place(diagram, theme);

        SoundDesign.check(design);
        assertThat(DesignCheck.findings(design)).isEmpty();
        var lines = SoundDesign.lines(design);
        assertThat(lines).hasSameSizeAs(diagram.edges());
        assertThat(lines).extracting(line -> line.bounds().top()).isSorted();
    }

    @Provide
    Arbitrary<Diagram> conversations() {
        var participants = Arbitraries.integers().between(2, 20);
        return participants.flatMap(
                count -> {
                    var who = Arbitraries.integers().between(0, count - 1).map(i -> "p" + i);
                    var says =
                            Arbitraries.of(
                                    "ok", "a rather long remark ".repeat(7).strip(), "注文を確認する");
                    var message = Combinators.combine(who, who, says.injectNull(0.2)).as(Edge::new);
                    var roles = Arbitraries.of(Role.class).list().ofSize(count);
                    return Combinators.combine(roles, message.list().ofMinSize(1).ofMaxSize(100))
                            .as(SequenceArrangerTest::conversation);
                });
    }

    private static Diagram conversation(List<Role> roles, List<Edge> messages) {
        var names = List.of("A", "Payment service", "Someone with quite a long name");
        var nodes =
                IntStream.range(0, roles.size())
                        .mapToObj(i -> node("p" + i, names.get(i % names.size()), roles.get(i)))
                        .toList();
        return new Diagram("Talk", Kind.SEQUENCE, Direction.DOWN, nodes, messages, List.of());
    }

    private CanvasDesign place(List<Node> nodes, List<Edge> edges) throws InterruptedException {
        var diagram = new Diagram("Talk", Kind.SEQUENCE, Direction.DOWN, nodes, edges, List.of());
        return new DiagramLayout().place(diagram, theme);
    }

    private static String name(@Nullable ObjectId lifeline) {
        return Objects.requireNonNull(lifeline).value().replace(":lifeline", "");
    }
}
