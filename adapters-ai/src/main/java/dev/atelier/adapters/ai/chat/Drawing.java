package dev.atelier.adapters.ai.chat;

import dev.atelier.adapters.ai.diagram.Finding;
import dev.atelier.adapters.ai.diagram.PictureStream;
import dev.atelier.adapters.ai.theme.Theme;
import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.application.port.out.CanvasGenerator.Listener;
import dev.atelier.domain.canvas.CanvasBrief;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Picture;
import dev.atelier.domain.diagram.Sketch;
import dev.atelier.domain.diagram.Wording;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.function.UnaryOperator;

/// A new picture. It is shown while it grows.
final class Drawing implements Task {

    private final CanvasBrief brief;
    private final Studio studio;
    private final Theme theme;
    private final Question question;
    private final UnaryOperator<CanvasDesign> placing;

    /// @param placing puts the design where it belongs
    Drawing(CanvasBrief brief, Studio studio, UnaryOperator<CanvasDesign> placing) {
        this.brief = brief;
        this.studio = studio;
        this.theme = Theme.of(brief.style(), brief.colors());
        this.question = CanvasPrompt.of(brief);
        this.placing = placing;
    }

    @Override
    public Question question() {
        return question;
    }

    @Override
    public Reading read(Listener audience, boolean shown) {
        var title = Wording.tidy(brief.instructions().text(), 60);
        var stream = new PictureStream(title.isEmpty() ? "Diagram" : title);
        return new Sketching(stream, audience, shown);
    }

    private final class Sketching implements Reading {

        private final PictureStream stream;
        private final Listener audience;
        private final Preview preview = new Preview(this::placed, studio.nanoTime());
        private final boolean shown;
        private int completed;
        private int drawn;
        private boolean hasNews;

        Sketching(PictureStream stream, Listener audience, boolean shown) {
            this.stream = stream;
            this.audience = audience;
            this.shown = shown;
        }

        @Override
        public void take(String piece) {
            stream.feed(piece);
            if (stream.completed() == completed && !hasNews) {
                return;
            }
            hasNews = true;
            completed = stream.completed();
            if (stream.drawn() > drawn) {
                drawn = stream.drawn();
                audience.progress(progress());
            }
            if (shown && drawn > 0 && preview.isDue()) {
                hasNews = false;
                show(stream.soFar().picture());
            }
        }

        private Progress progress() {
            var about = stream.announced();
            return about < drawn
                    ? new Progress(Math.min(80, 20 + 2 * drawn), "Drawing object " + drawn)
                    : new Progress(
                            20 + 65 * drawn / about,
                            "Drawing " + drawn + " of about " + about + " objects");
        }

        private CanvasDesign placed(Picture picture) throws InterruptedException {
            return placing.apply(studio.layout().place(picture, theme));
        }

        private void show(@Nullable Picture picture) {
            if (picture != null && !question.rules().areRepeatedIn(picture)) {
                preview.of(picture).ifPresent(audience::partial);
            }
        }

        @Override
        public String text() {
            return stream.text();
        }

        @Override
        public Solution solution(boolean cutOff) throws InterruptedException {
            var draft = stream.end();
            var picture = draft.picture();
            var findings = new ArrayList<>(Finding.withCutOff(draft.findings(), cutOff));
            if (picture == null) {
                return Solution.none(findings);
            }
            if (question.rules().areRepeatedIn(picture)) {
                throw new RepeatedRules();
            }
            audience.progress(new Progress(90, "Laying out"));
            var design = studio.layout().place(picture, theme);
            findings.addAll(studio.check().apply(design));
            return new Solution(placing.apply(design), size(picture), findings);
        }
    }

    private static int size(Picture picture) {
        return switch (picture) {
            case Diagram diagram -> diagram.nodes().size();
            case Sketch sketch -> sketch.forms().size();
        };
    }
}
