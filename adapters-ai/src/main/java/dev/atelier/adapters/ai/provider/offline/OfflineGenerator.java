package dev.atelier.adapters.ai.provider.offline;

import dev.atelier.adapters.ai.layout.DiagramLayout;
import dev.atelier.adapters.ai.theme.Theme;
import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.application.port.out.CanvasGenerator;
import dev.atelier.application.port.out.CanvasGenerator.Assignment.Draw;
import dev.atelier.application.port.out.CanvasGenerator.Assignment.Revise;
import dev.atelier.domain.canvas.CanvasBrief;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.job.GeneratedBy;

/// Reads the instructions, writes the diagram that they describe, and lays it out; or changes the
/// one that is there.
final class OfflineGenerator implements CanvasGenerator {

    static final GeneratedBy BY = new GeneratedBy(OfflineProvider.NAME, null, null);

    private final DiagramLayout layout = new DiagramLayout();
    private final OfflineEditor editor = new OfflineEditor(layout);

    @Override
    public Generated generate(Assignment assignment, Listener listener)
            throws InterruptedException {
        report(listener, 10, "Reading the instructions");
        var design =
                switch (assignment) {
                    case Draw(var brief) -> draw(brief, listener);
                    case Revise(var brief, var canvas) -> editor.edit(brief, canvas);
                };
        return new Generated(design, BY);
    }

    private CanvasDesign draw(CanvasBrief brief, Listener listener) throws InterruptedException {
        var diagram = DiagramWriter.write(Request.read(brief.instructions().text()));
        report(listener, 60, "Laying out " + diagram.nodes().size() + " shapes");
        return layout.place(diagram, Theme.of(brief.style(), brief.colors()));
    }

    private static void report(Listener listener, int percent, String message)
            throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        listener.progress(new Progress(percent, message));
    }
}
