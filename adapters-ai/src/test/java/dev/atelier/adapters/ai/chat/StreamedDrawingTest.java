package dev.atelier.adapters.ai.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.adapters.ai.Asking;
import dev.atelier.adapters.ai.SoundDesign;
import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.canvas.CanvasObject;
import dev.atelier.domain.canvas.ObjectId;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

final class StreamedDrawingTest {

    private final ScriptedModel model = new ScriptedModel();
    private final Heard heard = new Heard();

    @Test
    void the_first_partial_is_told_before_half_of_the_stream_has_been_fed() throws Exception {
        model.says(Said.TEA);
        var saidAtFirst = new ArrayList<Integer>();

        model.generator()
                .generate(
                        Asking.brief("Tea"),
                        new ForwardsPartials(_ -> saidAtFirst.add(model.said())));

        assertThat(saidAtFirst.getFirst()).isLessThan(Said.TEA.length() / 2);
    }

    @Test
    void the_first_partial_comes_with_the_first_complete_node() throws Exception {
        model.says(Said.TEA);
        var end = Said.TEA.indexOf("},", Said.TEA.indexOf("Boil water")) + 1;
        var saidAtFirst = new ArrayList<Integer>();

        model.generator()
                .generate(
                        Asking.brief("Tea"),
                        new ForwardsPartials(_ -> saidAtFirst.add(model.said())));

        assertThat(saidAtFirst.getFirst()).isBetween(end, end + 4);
    }

    @Test
    void partials_are_sound_and_grow_into_the_final_design() throws Exception {
        model.says(Said.TEA);

        var design = model.generator().generate(Asking.brief("Tea"), heard).design();

        assertThat(heard.partials).hasSizeGreaterThan(5).allSatisfy(SoundDesign::check);
        assertThat(heard.partials).extracting(it -> it.objects().size()).isSorted();
        assertThat(heard.partials).allSatisfy(it -> assertThat(ids(design)).containsAll(ids(it)));
        assertThat(ids(heard.partials.getLast())).isEqualTo(ids(design));
        assertThat(SoundDesign.labels(heard.partials.getLast()))
                .isEqualTo(SoundDesign.labels(design));
        assertThat(heard.partials.getLast().diagram()).isNotNull().isEqualTo(design.diagram());
    }

    @Test
    void layouts_are_rare_where_parts_come_fast() throws Exception {
        model.inPiecesOf(400).says(Said.TEA);

        model.generator().generate(Asking.brief("Tea"), heard);

        var pieces = (Said.TEA.length() + 399) / 400;
        assertThat(heard.partials).hasSize(1 + (pieces - 2) / 4);
    }

    @Test
    void progress_never_falls_and_counts_what_is_complete() throws Exception {
        model.says(Said.TEA);

        model.generator().generate(Asking.brief("Tea"), heard);

        assertThat(heard.progress).extracting(Progress::percent).isSorted();
        assertThat(heard.progress)
                .extracting(Progress::message)
                .containsExactly(
                        "Reading the instructions",
                        "Drawing 1 of about 6 objects",
                        "Drawing 2 of about 6 objects",
                        "Drawing 3 of about 6 objects",
                        "Drawing 4 of about 6 objects",
                        "Drawing 5 of about 6 objects",
                        "Drawing 6 of about 6 objects",
                        "Laying out");
    }

    @Test
    void objects_that_were_not_announced_are_counted_too() throws Exception {
        model.says(Said.TEA.replace("\"count\": 6", "\"count\": 2"));

        model.generator().generate(Asking.brief("Tea"), heard);

        assertThat(heard.progress).extracting(Progress::percent).isSorted();
        assertThat(heard.progress).extracting(Progress::message).contains("Drawing object 6");
    }

    private static List<ObjectId> ids(CanvasDesign design) {
        return design.objects().stream().map(CanvasObject::id).toList();
    }
}
