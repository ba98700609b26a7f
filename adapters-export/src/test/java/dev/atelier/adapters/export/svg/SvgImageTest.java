package dev.atelier.adapters.export.svg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.adapters.export.Labels;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.canvas.CanvasObject.Connector;
import dev.atelier.domain.canvas.CanvasObject.Connector.Ending;
import dev.atelier.domain.canvas.CanvasObject.Text;
import dev.atelier.domain.canvas.Color;
import dev.atelier.domain.canvas.Label;
import dev.atelier.domain.canvas.ObjectId;
import dev.atelier.domain.canvas.Position;
import dev.atelier.domain.canvas.Size;
import dev.atelier.testkit.Designs;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;

final class SvgImageTest {

    private static final Color INK = new Color("#102030");

    private final SvgImage svg = new SvgImage();

    @Test
    void a_box_with_two_lines_is_written_out() {
        assertThat(svg.of(Designs.oneBox("A & B <c>")))
                .contains("viewBox=\"-28 -28 216 116\" width=\"216\" height=\"116\" role=\"img\"")
                .contains("<title>A &amp; B &lt;c&gt;</title>")
                .contains(
                        "<g data-id=\"box\"><rect x=\"0\" y=\"0\" width=\"160\" height=\"60\""
                                + " rx=\"8\" fill=\"#E8F4FF\" stroke=\"#2563EB\" stroke-width=\"2\""
                                + " stroke-linejoin=\"round\"/><text font-size=\"16\""
                                + " fill=\"#1E293B\" text-anchor=\"middle\"><tspan x=\"80\""
                                + " y=\"35.6\">A &amp; B &lt;c&gt;</tspan></text></g>");
    }

    @Test
    void lines_of_text_stand_one_below_the_other_around_the_middle() throws Exception {
        var lines = parsed(svg.of(aText("one\ntwo"))).getElementsByTagName("tspan");

        assertThat(lines.getLength()).isEqualTo(2);
        assertThat(lines.item(0).getTextContent()).isEqualTo("one");
        assertThat(lines.item(0).getAttributes().getNamedItem("y").getNodeValue())
                .isEqualTo("45.5");
        assertThat(lines.item(1).getTextContent()).isEqualTo("two");
        assertThat(lines.item(1).getAttributes().getNamedItem("y").getNodeValue())
                .isEqualTo("70.5");
    }

    @Test
    void a_head_has_its_point_where_the_arrow_ends() {
        assertThat(svg.of(arrow(Ending.ARROW, new Position(0, 0), new Position(0, 100.125))))
                .contains("<polyline points=\"0,0 0,91.72\"")
                .contains("<polygon points=\"0,100.12 -4.8,88.12 4.8,88.12\" fill=\"#102030\"/>");
    }

    @Test
    void a_head_is_no_longer_than_the_stretch_before_it() {
        assertThat(
                        svg.of(
                                arrow(
                                        Ending.ARROW,
                                        new Position(0, 0),
                                        new Position(0, 50),
                                        new Position(5, 50),
                                        new Position(5, 50))))
                .contains("<polygon points=\"5,50 0,52 0,48\"");
    }

    @Test
    void a_line_has_no_head_and_an_arrow_of_no_length_neither() {
        assertThat(svg.of(arrow(Ending.LINE, new Position(0, 0), new Position(9, 9))))
                .doesNotContain("<polygon");
        assertThat(svg.of(arrow(Ending.ARROW, new Position(1, 1), new Position(1, 1))))
                .doesNotContain("<polygon", "NaN");
    }

    @Test
    void every_object_is_drawn_in_its_order_and_nothing_is_fetched() throws Exception {
        var design = Designs.ofEveryKind();
        var image = svg.of(design);
        var groups = parsed(image).getElementsByTagName("g");

        assertThat(
                        IntStream.range(0, groups.getLength())
                                .mapToObj(
                                        i ->
                                                groups.item(i)
                                                        .getAttributes()
                                                        .getNamedItem("data-id")
                                                        .getNodeValue()))
                .containsExactlyElementsOf(
                        design.objects().stream().map(it -> it.id().value()).toList());
        assertThat(image.replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http", "href", "url(", "<script", "<style");
    }

    @Property(tries = 300)
    void any_label_leaves_the_image_well_formed_and_is_shown(@ForAll("labels") String label)
            throws Exception {
        var text = parsed(svg.of(aText(label))).getElementsByTagName("text").item(0);

        assertThat(text.getTextContent())
                .isEqualTo(
                        String.join("", label.lines().toList())
                                .replace("\uFFFE", "")
                                .replace("\uFFFF", ""));
    }

    @Provide
    Arbitrary<String> labels() {
        return Labels.any();
    }

    private static CanvasDesign aText(String text) {
        var label = new Label(text, 20, INK);
        return new CanvasDesign(
                "Text",
                List.of(
                        new Text(
                                new ObjectId("text"),
                                new Position(0, 0),
                                new Size(200, 102),
                                label)));
    }

    private static CanvasDesign arrow(Ending ending, Position... points) {
        return new CanvasDesign(
                "Arrow",
                List.of(
                        new Connector(
                                new ObjectId("arrow"),
                                ending,
                                List.of(points),
                                INK,
                                2,
                                null,
                                null)));
    }

    private static Document parsed(String xml) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)));
    }
}
