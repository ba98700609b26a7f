package dev.atelier.adapters.ai.layout;

import static dev.atelier.adapters.ai.layout.Parts.object;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.adapters.ai.SoundDesign;
import dev.atelier.adapters.ai.check.DesignCheck;
import dev.atelier.adapters.ai.check.Finding;
import dev.atelier.adapters.ai.theme.Theme;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.canvas.CanvasObject;
import dev.atelier.domain.canvas.CanvasObject.Box;
import dev.atelier.domain.canvas.CanvasStyle;
import dev.atelier.domain.canvas.ColorScheme;
import dev.atelier.domain.canvas.Label;
import dev.atelier.domain.diagram.Sketch;
import dev.atelier.domain.diagram.Sketch.Form;
import dev.atelier.domain.diagram.Sketch.Outline;

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

final class SketchArrangerTest {

    private final Theme theme = Theme.of(CanvasStyle.MODERN, ColorScheme.DEFAULT);

    @Test
    void text_over_text_makes_way_and_stays_near() throws Exception {
        var design =
                place(
                        form("sun", Outline.CIRCLE, 100, 100, 200, 200, "Sun"),
                        form("a", Outline.TEXT, 150, 190, 100, 20, "A warm day"),
                        form("b", Outline.TEXT, 500, 500, 100, 20, "By the sea"),
                        form("c", Outline.TEXT, 505, 502, 100, 20, "with friends"));

        assertThat(DesignCheck.findings(design)).isEmpty();
        var sea = Parts.text(design, "By the sea").bounds();
        var friends = Parts.text(design, "with friends").bounds();
        assertThat(Math.abs(sea.top() - friends.top())).isBetween(10.0, 60.0);
    }

    @Test
    void text_that_is_in_nobodys_way_stays_where_it_was_put() throws Exception {
        var design =
                place(
                        form("a", Outline.TEXT, 100, 100, 200, 20, "Here"),
                        form("b", Outline.TEXT, 400, 300, 200, 20, "There"));

        var here = Parts.text(design, "Here").at();
        var there = Parts.text(design, "There").at();
        assertThat(there.x() - here.x()).isEqualTo(300);
        assertThat(there.y() - here.y()).isEqualTo(200);
    }

    @Test
    void a_label_that_fits_at_no_size_is_shortened() throws Exception {
        var words = "a description that is much too long for a shape as small as this one is";
        var design = place(form("a", Outline.RECTANGLE, 0, 0, 60, 20, words));

        var label = label(object(design, "a"));
        assertThat(label.text()).endsWith("…");
        assertThat(words).startsWith(label.text().replace("…", "").replace('\n', ' '));
        assertThat(DesignCheck.findings(design)).isEmpty();
    }

    @Test
    void a_label_that_fits_is_whole() throws Exception {
        var design = place(form("a", Outline.RECTANGLE, 0, 0, 120, 60, "Front door"));

        assertThat(label(object(design, "a")).text()).isEqualTo("Front door");
    }

    @Property(tries = 200)
    void no_texts_collide_and_none_outgrows_its_shape(@ForAll("sketches") Sketch sketch)
            throws Exception {
        var design = new DiagramLayout().place(sketch, theme);

        var labelled = labels(sketch);
        var findings = DesignCheck.findings(design, DesignCheck.SKETCH);
        assertThat(findings).extracting(Finding::kind).doesNotContain(Finding.Kind.TEXT_OUTSIDE);
        if (labelled == 0) {
            assertThat(findings)
                    .extracting(Finding::kind)
                    .doesNotContain(Finding.Kind.TEXTS_COLLIDE);
        }
        assertThat(SoundDesign.shapes(design)).hasSize(sketch.forms().size() + 1);
    }

    /// Labels stay in their shapes, so only those of shapes that overlap may collide.
    private static long labels(Sketch sketch) {
        return sketch.forms().stream()
                .filter(form -> form.outline() != Outline.TEXT && form.label() != null)
                .count();
    }

    @Provide
    Arbitrary<Sketch> sketches() {
        var at = Arbitraries.integers().between(0, 700);
        var size = Arbitraries.integers().between(2, 300);
        var outline =
                Arbitraries.of(
                        Outline.RECTANGLE,
                        Outline.CIRCLE,
                        Outline.DIAMOND,
                        Outline.STAR,
                        Outline.TEXT);
        var label = Arbitraries.of("Hi", "Some words on it", "漢字の長いラベル", "more ".repeat(30));
        var labelled = Arbitraries.of(true, false);
        var form =
                Combinators.combine(outline, at, at, size, size, label)
                        .as((o, x, y, w, h, l) -> form("x", o, x, y, w, h, l));
        return Combinators.combine(form.list().ofMinSize(1).ofMaxSize(20), labelled)
                .as(
                        (forms, all) ->
                                new Sketch(
                                        "Any",
                                        IntStream.range(0, forms.size())
                                                .mapToObj(i -> numbered(forms.get(i), i, all))
                                                .toList(),
                                        List.of()));
    }

    private static Form numbered(Form form, int number, boolean labelled) {
        var isText = form.outline() == Outline.TEXT;
        return form(
                "f" + number,
                form.outline(),
                form.x(),
                form.y(),
                form.width(),
                form.height(),
                labelled || isText ? form.label() : null);
    }

    private CanvasDesign place(Form... forms) throws InterruptedException {
        return new DiagramLayout().place(new Sketch("Drawing", List.of(forms), List.of()), theme);
    }

    private static Form form(
            String id,
            Outline outline,
            double x,
            double y,
            double width,
            double height,
            @Nullable String label) {
        return new Form(id, outline, x, y, width, height, label, 0);
    }

    private static Label label(CanvasObject object) {
        return Objects.requireNonNull(((Box) object).label());
    }
}
