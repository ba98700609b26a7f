package dev.atelier.adapters.ai.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.adapters.ai.Asking;
import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.application.port.out.CanvasGenerator.Assignment;
import dev.atelier.application.port.out.GenerationFailed;
import dev.atelier.domain.canvas.Canvas;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.canvas.CanvasId;
import dev.atelier.domain.canvas.CanvasObject.Box;
import dev.atelier.domain.canvas.CanvasObject.Connector;
import dev.atelier.domain.canvas.Color;
import dev.atelier.domain.canvas.Label;
import dev.atelier.domain.canvas.ObjectId;
import dev.atelier.domain.canvas.Paint;
import dev.atelier.domain.canvas.Position;
import dev.atelier.domain.canvas.Size;
import dev.atelier.domain.job.Failure.Kind;
import dev.atelier.domain.job.UserId;
import dev.langchain4j.model.output.FinishReason;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Whatever a model says, and however it arrives, there is a sound canvas or a classified failure.
final class AnyStreamTest {

    private static final List<String> SHREDS =
            List.of(
                    "{",
                    "}",
                    "[",
                    "]",
                    ",",
                    ":",
                    "\"",
                    "null",
                    "-1e999",
                    "😀",
                    "```",
                    "\\u0000",
                    "{\"nodes\":[",
                    "\"edges\":[",
                    "\"shapes\":[",
                    "\"groups\":[",
                    "{\"id\":\"a\",\"label\":\"A\"},",
                    "{\"id\":\"b\",\"label\":\"B?\",\"kind\":\"decision\"}",
                    "{\"from\":\"a\",\"to\":\"b\"}",
                    "\"kind\":\"kanban\",",
                    "\"kind\":\"timeline\",",
                    "\"kind\":\"sequence\",",
                    "\"kind\":\"entity_relationship\",",
                    "\"kind\":\"drawing\",",
                    "{\"shape\":\"star\",\"x\":5,\"y\":900,\"width\":-3}",
                    "\"title\":\"T\",",
                    "{\"remove\":[\"a\",\"e1\"],",
                    "{\"remove\":[\"a\",\"b\",\"c\"]",
                    "{\"update\":[{\"id\":\"b\",\"label\":\"X\",\"kind\":\"end\",\"group\":\"G\"}]",
                    "\"add_nodes\":[{\"id\":\"a\",\"label\":\"New\",\"after\":\"b\"}]",
                    "\"remove\":[\"G\",\"zzz\"],",
                    "\"add_nodes\":[{\"label\":\"Card\",\"group\":\"G\"}],",
                    "\"add_edges\":[{\"from\":\"a\",\"to\":\"b\"}]");

    @Property(tries = 150)
    void any_bytes_are_drawn_or_declined(
            @ForAll byte[] first,
            @ForAll byte[] second,
            @ForAll @IntRange(min = 1, max = 30) int size)
            throws Exception {
        requireSound(draw(), text(first), text(second), size);
    }

    @Property(tries = 200)
    void shreds_of_a_picture_are_drawn_or_declined(
            @ForAll("shreds") String first,
            @ForAll("shreds") String second,
            @ForAll @IntRange(min = 1, max = 30) int size)
            throws Exception {
        requireSound(draw(), first, second, size);
    }

    @Property(tries = 150)
    void any_bytes_are_a_revision_or_declined(
            @ForAll byte[] first,
            @ForAll byte[] second,
            @ForAll @IntRange(min = 1, max = 30) int size)
            throws Exception {
        requireSound(revise(), text(first), text(second), size);
    }

    @Property(tries = 200)
    void shreds_of_a_patch_are_a_revision_or_declined(
            @ForAll("shreds") String first,
            @ForAll("shreds") String second,
            @ForAll @IntRange(min = 1, max = 30) int size)
            throws Exception {
        requireSound(revise(), first, second, size);
    }

    /// A [CanvasDesign] checks itself: ids, bindings, texts, extents.
    private static void requireSound(Assignment assignment, String first, String second, int size)
            throws InterruptedException {
        var model = new ScriptedModel().inPiecesOf(size);
        model.says(first).says(second, FinishReason.LENGTH);
        var heard = new Heard();
        try {
            var generated = model.generator().generate(assignment, heard);
            assertThat(generated.by().calls()).hasSameSizeAs(model.requests());
        } catch (GenerationFailed failed) {
            assertThat(failed.failure().kind()).isEqualTo(Kind.PERMANENT);
            assertThat(failed.getCause()).isNull();
        }
        assertThat(heard.progress).extracting(Progress::percent).isSorted();
    }

    private static Assignment draw() {
        return new Assignment.Draw(Asking.brief("Draw"));
    }

    private static Assignment revise() {
        var design =
                new CanvasDesign("T", List.of(box("a", 0), box("b", 200), box("c", 400), line()));
        var canvas = new Canvas(new CanvasId("c"), new UserId("u"), 1, design);
        return new Assignment.Revise(Asking.brief("Change"), canvas);
    }

    private static Box box(String id, double x) {
        return new Box(
                new ObjectId(id),
                Box.Outline.RECTANGLE,
                new Position(x, 0),
                new Size(100, 100),
                new Paint(Color.TRANSPARENT, Color.TRANSPARENT, 1),
                new Label(id, 12, new Color("#101010")));
    }

    private static Connector line() {
        return new Connector(
                new ObjectId("line:1"),
                Connector.Ending.ARROW,
                List.of(new Position(100, 50), new Position(200, 50)),
                new Color("#101010"),
                1,
                new ObjectId("a"),
                new ObjectId("b"));
    }

    @Provide
    Arbitrary<String> shreds() {
        return Arbitraries.of(SHREDS).list().ofMaxSize(30).map(pieces -> String.join("", pieces));
    }

    private static String text(byte[] bytes) {
        return "{\"nodes\":[" + new String(bytes, StandardCharsets.UTF_8);
    }
}
