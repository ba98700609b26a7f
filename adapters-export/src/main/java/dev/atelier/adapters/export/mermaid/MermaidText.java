package dev.atelier.adapters.export.mermaid;

import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.diagram.Diagram;

/// A design as a document that mermaid draws. What mermaid's own notation for a kind of diagram
/// cannot say is said as a flowchart, so that nothing written gets lost.
public final class MermaidText {

    public String of(CanvasDesign design) {
        var diagram = design.diagram();
        return diagram == null ? new DrawingText(design).write() : write(diagram);
    }

    private static String write(Diagram diagram) {
        return switch (diagram.kind()) {
            case FLOWCHART, ORG_CHART -> new FlowchartText(diagram).write();
            case MIND_MAP ->
                    MindMapText.of(diagram)
                            .map(MindMapText::write)
                            .orElseGet(() -> new FlowchartText(diagram).write());
            case TIMELINE -> new TimelineText(diagram).write();
            case KANBAN ->
                    diagram.edges().isEmpty()
                            ? new KanbanText(diagram).write()
                            : new FlowchartText(diagram).write();
            case SEQUENCE -> new SequenceText(diagram).write();
            case ENTITY_RELATIONSHIP -> new EntityText(diagram).write();
        };
    }
}
