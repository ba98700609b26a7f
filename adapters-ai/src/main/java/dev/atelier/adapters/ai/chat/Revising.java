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

import java.util.stream.Collectors;

/// A change to the diagram that a canvas shows.
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
        return new Noting(new PatchStream(before, taken), audience);
    }

    private final class Noting implements Reading {

        private final PatchStream stream;
        private final Listener audience;
        private int changes;

        Noting(PatchStream stream, Listener audience) {
            this.stream = stream;
            this.audience = audience;
        }

        @Override
        public void take(String piece) {
            stream.feed(piece);
            if (stream.completed() > changes) {
                changes = stream.completed();
                audience.progress(
                        new Progress(Math.min(80, 30 + 5 * changes), "Making change " + changes));
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

        private CanvasDesign design(Diagram after) throws InterruptedException {
            return after.equals(before)
                    ? canvas.design()
                    : studio.layout().revise(canvas, before, after, theme);
        }
    }
}
