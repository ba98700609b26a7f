package dev.atelier.adapters.ai.chat;

import dev.atelier.adapters.ai.diagram.Finding;
import dev.atelier.adapters.ai.diagram.PatchStream;
import dev.atelier.adapters.ai.theme.Theme;
import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.application.port.out.CanvasGenerator.Listener;
import dev.atelier.domain.canvas.Canvas;
import dev.atelier.domain.canvas.CanvasBrief;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Picture;

import org.jspecify.annotations.Nullable;

import java.util.stream.Collectors;

/// A change to the diagram that a canvas shows. What is changed already is shown meanwhile.
final class Revising implements Task {

    private final Canvas canvas;
    private final Diagram before;
    private final Studio studio;
    private final Theme theme;
    private final Question question;

    Revising(CanvasBrief brief, Canvas canvas, Diagram before, Studio studio) {
        this.canvas = canvas;
        this.before = before;
        this.studio = studio;
        this.theme = Theme.of(brief.style(), brief.colors());
        this.question = RevisionPrompt.of(brief, before, canvas.pinned());
    }

    @Override
    public Question question() {
        return question;
    }

    @Override
    public Reading read(Listener audience, boolean shown) {
        var taken =
                canvas.design().objects().stream()
                        .map(object -> object.id().value())
                        .collect(Collectors.toSet());
        return new Noting(new PatchStream(before, taken), audience, shown);
    }

    private final class Noting implements Reading {

        private final PatchStream stream;
        private final Listener audience;
        private final Preview preview = new Preview(this::design, studio.nanoTime());
        private final boolean shown;
        private int changes;
        private boolean hasNews;

        Noting(PatchStream stream, Listener audience, boolean shown) {
            this.stream = stream;
            this.audience = audience;
            this.shown = shown;
        }

        @Override
        public void take(String piece) {
            stream.feed(piece);
            if (stream.completed() > changes) {
                changes = stream.completed();
                hasNews = true;
                audience.progress(
                        new Progress(Math.min(80, 30 + 5 * changes), "Making change " + changes));
            }
            if (shown && hasNews && preview.isDue()) {
                hasNews = false;
                show(stream.soFar().picture());
            }
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
            var findings = Finding.withCutOff(draft.findings(), cutOff);
            if (!(draft.picture() instanceof Diagram after)) {
                return Solution.none(findings);
            }
            if (question.rules().areRepeatedIn(after)) {
                throw new RepeatedRules();
            }
            audience.progress(new Progress(90, "Laying out"));
            return new Solution(design(after), 0, findings);
        }

        private CanvasDesign design(Picture after) throws InterruptedException {
            return after instanceof Diagram diagram && !diagram.equals(before)
                    ? studio.layout().revise(canvas, before, diagram, theme)
                    : canvas.design();
        }
    }
}
