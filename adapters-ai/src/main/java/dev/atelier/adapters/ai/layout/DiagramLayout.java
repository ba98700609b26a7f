package dev.atelier.adapters.ai.layout;

import dev.atelier.adapters.ai.diagram.Diagram;
import dev.atelier.adapters.ai.diagram.Picture;
import dev.atelier.adapters.ai.diagram.Sketch;
import dev.atelier.adapters.ai.theme.Theme;
import dev.atelier.domain.canvas.CanvasDesign;

/// Turns a picture into a finished design: nothing overlaps that was not drawn so, arrows meet the
/// shapes they bind, text fits its box, and no coordinate is below 0.
public final class DiagramLayout {

    private final Arranger graphs = new GraphArranger();
    private final Arranger orgCharts = new OrgChartArranger(graphs);
    private final Arranger mindMaps = new MindMapArranger(graphs);
    private final Arranger timelines = new TimelineArranger();
    private final Arranger boards = new KanbanArranger();
    private final SketchArranger sketches = new SketchArranger();

    /// @throws InterruptedException if the calling thread is interrupted before the design is there
    public CanvasDesign place(Picture picture, Theme theme) throws InterruptedException {
        var arrangement =
                switch (picture) {
                    case Sketch sketch -> sketches.arrange(sketch, theme);
                    case Diagram diagram -> arranger(diagram.kind()).arrange(diagram, theme);
                };
        return new Painter(theme).paint(picture.title(), arrangement);
    }

    private Arranger arranger(Diagram.Kind kind) {
        return switch (kind) {
            case FLOWCHART -> graphs;
            case MIND_MAP -> mindMaps;
            case ORG_CHART -> orgCharts;
            case TIMELINE -> timelines;
            case KANBAN -> boards;
        };
    }
}
