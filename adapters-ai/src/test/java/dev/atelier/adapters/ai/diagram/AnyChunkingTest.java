package dev.atelier.adapters.ai.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Direction;
import dev.atelier.domain.diagram.Diagram.Edge;
import dev.atelier.domain.diagram.Diagram.Kind;
import dev.atelier.domain.diagram.Diagram.Node;
import dev.atelier.domain.diagram.Diagram.Role;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// However a reply is cut into pieces, it says the same.
final class AnyChunkingTest {

    private static final List<String> SHREDS =
            List.of(
                    "{",
                    "}",
                    "[",
                    "]",
                    ",",
                    ":",
                    "\"",
                    "'",
                    "\\",
                    "\n",
                    "//",
                    "/*",
                    "null",
                    "1e999",
                    "12",
                    "-",
                    "\\u00e9",
                    "\\ud83d",
                    "é",
                    "😀",
                    "\ud83d",
                    "\ude00",
                    "```json\n",
                    "{\"nodes\":[",
                    "\"edges\":[",
                    "\"shapes\":[",
                    "\"groups\":[",
                    "{\"id\":\"a\",\"label\":\"A\"}",
                    "{\"id\":\"b\",\"label\":\"B}\"},",
                    "{\"from\":\"a\",\"to\":\"b\"}",
                    "\"kind\":\"kanban\",",
                    "\"kind\":\"sequence\",",
                    "\"kind\":\"drawing\",",
                    "{\"shape\":\"star\",\"x\":5,\"y\":NaN}",
                    "{\"op\":\"node\",\"id\":\"c\"}\n",
                    "\"title\":\"T\",",
                    "{smile}",
                    "{\"remove\":[\"a\"",
                    "\"update\":[",
                    "{\"id\":\"b\",\"label\":\"X\"}",
                    "\"add_nodes\":[",
                    "\"add_edges\":[");

    private static final Diagram BEFORE =
            new Diagram(
                    "T",
                    Kind.FLOWCHART,
                    Direction.DOWN,
                    List.of(
                            new Node("a", "A", Role.START, null),
                            new Node("b", "B", Role.DECISION, null)),
                    List.of(new Edge("a", "b", null)),
                    List.of());

    @Property(tries = 500)
    void shreds_read_in_pieces_are_the_same_picture(
            @ForAll("shreds") String reply, @ForAll("cuts") List<Integer> cuts) {
        requireSamePicture(reply, cuts);
    }

    @Property(tries = 300)
    void any_bytes_read_in_pieces_are_the_same_picture(
            @ForAll byte[] reply, @ForAll("cuts") List<Integer> cuts) {
        requireSamePicture("{" + new String(reply, StandardCharsets.UTF_8), cuts);
    }

    @Property(tries = 500)
    void shreds_read_in_pieces_are_the_same_patch(
            @ForAll("shreds") String reply, @ForAll("cuts") List<Integer> cuts) {
        var whole = new PatchStream(BEFORE, Set.of());
        whole.feed(reply);
        var pieces = new PatchStream(BEFORE, Set.of());
        feed(reply, cuts, pieces::feed);

        assertThat(pieces.end()).isEqualTo(whole.end());
    }

    @Property(tries = 300)
    void a_good_reply_read_in_pieces_loses_no_letter(
            @ForAll("labels") List<String> labels, @ForAll("cuts") List<Integer> cuts) {
        var reply =
                labels.stream()
                        .map("{\"label\": \"%s\"}"::formatted)
                        .collect(Collectors.joining(", ", "{\"nodes\": [", "]}"));
        var stream = new PictureStream("T");
        feed(reply, cuts, stream::feed);

        var diagram = (Diagram) requireNonNull(stream.end().picture());

        assertThat(diagram.nodes()).extracting(Node::label).isEqualTo(labels);
    }

    @Provide
    Arbitrary<List<String>> labels() {
        return Arbitraries.of("A", "é", "漢", "😀", "}", "{", "👩‍🚀", "x")
                .list()
                .ofMinSize(1)
                .ofMaxSize(9)
                .map(pieces -> String.join("", pieces))
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    private static void requireSamePicture(String reply, List<Integer> cuts) {
        var whole = new PictureStream("T");
        whole.feed(reply);
        var pieces = new PictureStream("T");
        feed(
                reply,
                cuts,
                piece -> {
                    pieces.feed(piece);
                    pieces.soFar();
                });

        assertThat(pieces.end()).isEqualTo(whole.end());
    }

    private static void feed(String reply, List<Integer> cuts, Consumer<String> reader) {
        int at = 0;
        for (int i = 0; at < reply.length(); i++) {
            var end = Math.min(reply.length(), at + cuts.get(i % cuts.size()));
            reader.accept(reply.substring(at, end));
            at = end;
        }
    }

    @Provide
    Arbitrary<String> shreds() {
        return Arbitraries.of(SHREDS).list().ofMaxSize(40).map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<List<Integer>> cuts() {
        return Arbitraries.integers().between(1, 9).list().ofMinSize(1).ofMaxSize(9);
    }
}
