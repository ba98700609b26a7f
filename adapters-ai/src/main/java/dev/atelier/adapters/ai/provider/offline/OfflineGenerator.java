package dev.atelier.adapters.ai.provider.offline;

import dev.atelier.adapters.ai.layout.DiagramLayout;
import dev.atelier.adapters.ai.theme.Theme;
import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.application.port.out.CanvasGenerator;
import dev.atelier.domain.job.GeneratedBy;

/// Reads the instructions, writes the diagram that they describe, and lays it out.
final class OfflineGenerator implements CanvasGenerator {

    private static final GeneratedBy BY = new GeneratedBy(OfflineProvider.NAME, null, null);

    private final DiagramLayout layout = new DiagramLayout();

    @Override
    public Generated generate(Assignment assignment, Listener listener)
            throws InterruptedException {
        var brief = assignment.brief();
        report(listener, 10, "Reading the instructions");
        var diagram = DiagramWriter.write(Request.read(brief.instructions().text()));
        report(listener, 60, "Laying out " + diagram.nodes().size() + " shapes");
        var design = layout.place(diagram, Theme.of(brief.style(), brief.colors()));
        return new Generated(design, BY);
    }

    private static void report(Listener listener, int percent, String message)
            throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        listener.progress(new Progress(percent, message));
    }
}
