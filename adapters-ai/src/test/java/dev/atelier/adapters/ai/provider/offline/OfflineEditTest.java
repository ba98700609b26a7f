package dev.atelier.adapters.ai.provider.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.atelier.adapters.ai.Asking;
import dev.atelier.adapters.ai.provider.ProviderSettings;
import dev.atelier.application.port.out.CanvasGenerator;
import dev.atelier.application.port.out.CanvasGenerator.Assignment.Revise;
import dev.atelier.application.port.out.GenerationFailed;
import dev.atelier.domain.canvas.Canvas;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.canvas.CanvasId;
import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.job.Failure;
import dev.atelier.domain.job.UserId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What the offline provider makes of wishes to change a canvas that it drew itself.
final class OfflineEditTest {

    private final CanvasGenerator generator =
            new OfflineProvider().open(ProviderSettings.NONE).generator();

    private CanvasDesign drawn(String instructions) throws InterruptedException {
        return generator.generate(Asking.brief(instructions), _ -> {}).design();
    }

    private CanvasDesign changed(String instructions, String wish) throws InterruptedException {
        var canvas = Canvas.begin(new CanvasId("c"), new UserId("u"), drawn(instructions)).canvas();
        return generator.generate(new Revise(Asking.brief(wish), canvas), _ -> {}).design();
    }

    private static Diagram diagram(CanvasDesign design) {
        return Objects.requireNonNull(design.diagram());
    }

    /// Every edge by the labels of its ends, in their order.
    private static List<String> edges(CanvasDesign design) {
        var diagram = diagram(design);
        var labels =
                diagram.nodes().stream()
                        .collect(Collectors.toMap(Diagram.Node::id, Diagram.Node::label));
        Function<String, String> label =
                id -> Objects.requireNonNull(labels.get(id)).replace(' ', '_');
        return diagram.edges().stream()
                .map(
                        edge ->
                                label.apply(edge.from())
                                        + (edge.label() == null ? "" : "-" + edge.label() + "-")
                                        + ">"
                                        + label.apply(edge.to()))
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "add Pay after Cart | Cart>Pay Pay>Ship Shop>Cart",
                "Please add a step called \"Check out\" between cart and ship"
                        + " | Cart>Check_out Check_out>Ship Shop>Cart",
                "insert a new step Search before Cart | Cart>Ship Search>Cart Shop>Search",
                "add Track after Ship | Cart>Ship Ship>Track Shop>Cart",
                "rename Cart to \"Basket\" | Basket>Ship Shop>Basket",
                "delete the Cart step | -",
                "connect Ship to Shop labelled \"again\" | Cart>Ship Ship-again->Shop Shop>Cart",
                "remove the arrow from Shop to Cart | Cart>Ship",
                "Cart -cancelled-> Shop | Cart-cancelled->Shop Cart>Ship Shop>Cart",
                "Ship -> Archive | Cart>Ship Ship>Archive Shop>Cart",
                "add Pay after Cart; rename Ship to Send, and then remove Shop | Cart>Pay Pay>Send",
                "füge Zahlen nach Cart | Cart>Zahlen Shop>Cart Zahlen>Ship",
                "ajoute Payer entre Cart et Ship | Cart>Payer Payer>Ship Shop>Cart",
            })
    void a_flow_is_changed_as_wished(String wish, String edges) throws InterruptedException {
        var design = changed("Shop -> Cart -> Ship", wish);

        assertThat(String.join(" ", edges(design))).isEqualTo(edges.equals("-") ? "" : edges);
    }

    @Test
    void a_branch_that_is_added_without_a_word_of_where_hangs_from_the_root()
            throws InterruptedException {
        var design = changed("Mind map of tea: green, black", "add white and oolong");

        assertThat(edges(design)).contains("Tea>White", "Tea>Oolong", "Tea>Green");
    }

    @Test
    void a_card_goes_into_the_column_that_is_named() throws InterruptedException {
        var design = changed("Kanban: Todo: a, b; Done: c", "add Review to Done");

        var done =
                diagram(design).groups().stream()
                        .filter(group -> group.label().equals("Done"))
                        .findFirst()
                        .orElseThrow();
        assertThat(diagram(design).nodes())
                .anyMatch(it -> it.label().equals("Review") && done.id().equals(it.group()));
    }

    @Test
    void an_event_takes_its_place_in_time() throws InterruptedException {
        var design = changed("Timeline: 2001: born, 2020: famous", "add 2010: school after born");

        assertThat(diagram(design).nodes())
                .extracting(Diagram.Node::label)
                .containsExactly("2001: born", "2010: school", "2020: famous");
    }

    @Test
    void a_new_title_is_the_heading() throws InterruptedException {
        assertThat(changed("a -> b", "call it \"The way\"").title()).isEqualTo("The way");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "make it nicer | does not understand",
                "remove Unicorn | nothing called \"Unicorn\"",
                "rename the Unicorn to Horse | nothing called \"Unicorn\"",
                "add x after Unicorn | nothing called \"Unicorn\"",
            })
    void what_is_not_understood_is_refused_with_what_can_be_wished(String wish, String why)
            throws InterruptedException {
        var canvas = Canvas.begin(new CanvasId("c"), new UserId("u"), drawn("a -> b")).canvas();

        var failed =
                catchThrowableOfType(
                        GenerationFailed.class,
                        () -> generator.generate(new Revise(Asking.brief(wish), canvas), _ -> {}));

        assertThat(failed.failure().kind()).isEqualTo(Failure.Kind.PERMANENT);
        assertThat(failed.failure().message()).contains(why, "rename … to …");
    }
}
