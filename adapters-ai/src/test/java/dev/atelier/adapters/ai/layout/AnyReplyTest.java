package dev.atelier.adapters.ai.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.adapters.ai.SoundDesign;
import dev.atelier.adapters.ai.check.DesignCheck;
import dev.atelier.adapters.ai.diagram.PictureReader;
import dev.atelier.adapters.ai.theme.Theme;
import dev.atelier.domain.canvas.CanvasStyle;
import dev.atelier.domain.canvas.ColorScheme;
import dev.atelier.domain.diagram.Diagram;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.nio.charset.StandardCharsets;
import java.util.List;

final class AnyReplyTest {

    private static final List<String> SHRED =
            List.of(
                    "{",
                    "}",
                    "[",
                    "]",
                    ",",
                    ":",
                    "\"",
                    "\"nodes\":[",
                    "\"edges\":[",
                    "\"shapes\":[",
                    "{\"id\":\"a\",\"label\":\"A\"}",
                    "{\"id\":\"b\",\"label\":\"B\"}",
                    "null",
                    "1e999",
                    "{\"from\":\"a\",\"to\":\"b\"}",
                    "\"kind\":\"kanban\",",
                    "\"kind\":\"drawing\",",
                    "{\"shape\":\"star\",\"x\":5,\"y\":NaN}",
                    "\\u0000",
                    "```",
                    "\"title\":\"T\",",
                    "é");

    private final DiagramLayout layout = new DiagramLayout();
    private final Theme theme = Theme.of(CanvasStyle.MODERN, ColorScheme.DEFAULT);

    @Property(tries = 300)
    void any_bytes_give_a_design_or_nothing(@ForAll byte[] reply) throws Exception {
        drawIfReadable(new String(reply, StandardCharsets.UTF_8));
    }

    @Property(tries = 300)
    void shreds_of_a_reply_give_a_design_or_nothing(@ForAll("shreds") String reply)
            throws Exception {
        drawIfReadable("{" + reply);
    }

    @Property(tries = 120)
    void any_graph_of_any_kind_is_laid_out_soundly(@ForAll("graphs") String reply)
            throws Exception {
        var picture = PictureReader.read(reply, "Any").orElseThrow();
        var design = layout.place(picture, theme);

        SoundDesign.check(design);
        assertThat(DesignCheck.findings(design)).isEmpty();
        assertThat(SoundDesign.shapes(design))
                .hasSizeGreaterThanOrEqualTo(((Diagram) picture).nodes().size());
    }

    private void drawIfReadable(String reply) throws InterruptedException {
        var picture = PictureReader.read(reply, "Any");
        if (picture.isPresent()) {
            var design = layout.place(picture.get(), theme);
            assertThat(design.bounds().left()).isGreaterThanOrEqualTo(0);
            assertThat(design.bounds().top()).isGreaterThanOrEqualTo(0);
        }
    }

    @Provide
    Arbitrary<String> shreds() {
        return Arbitraries.of(SHRED).list().ofMaxSize(40).map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<String> graphs() {
        var kinds = Arbitraries.of("flowchart", "mind_map", "org_chart", "timeline", "kanban");
        var roles = Arbitraries.of("start", "end", "process", "decision", "actor", "data", "note");
        var labels =
                Arbitraries.of(
                        "A", "A longer label", "Is it? ".repeat(9), "漢字の長いラベル", "W".repeat(60));
        var node =
                Combinators.combine(labels, roles)
                        .as("\"label\":\"%s\",\"kind\":\"%s\",\"group\":\"g\"}"::formatted);
        var edge =
                Combinators.combine(
                                Arbitraries.integers().between(0, 24),
                                Arbitraries.integers().between(0, 24),
                                Arbitraries.of("", "yes", "no", "a longer remark on the way"))
                        .as("{\"from\":\"%s\",\"to\":\"%s\",\"text\":\"%s\"}"::formatted);
        return Combinators.combine(
                        kinds,
                        node.list().ofMinSize(1).ofMaxSize(25),
                        edge.list().ofMaxSize(40),
                        Arbitraries.of("down", "right"))
                .as(AnyReplyTest::reply);
    }

    private static String reply(
            String kind, List<String> nodes, List<String> edges, String direction) {
        var numbered = new StringBuilder();
        for (int i = 0; i < nodes.size(); i++) {
            numbered.append(i == 0 ? "" : ",").append("{\"id\":").append(i).append(',');
            numbered.append(nodes.get(i));
        }
        return """
        {"kind":"%s","direction":"%s","groups":[{"id":"g","label":"G"}],"nodes":[%s],"edges":[%s]}
        """
                .formatted(kind, direction, numbered, String.join(",", edges));
    }
}
