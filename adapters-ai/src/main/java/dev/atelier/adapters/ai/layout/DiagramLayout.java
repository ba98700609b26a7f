package dev.atelier.adapters.ai.layout;

import dev.atelier.adapters.ai.layout.GraphArranger.Look;
import dev.atelier.adapters.ai.theme.Theme;
import dev.atelier.domain.canvas.Canvas;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Picture;
import dev.atelier.domain.diagram.Sketch;

/// Turns a picture into a finished design: nothing overlaps that was not drawn so, arrows meet the
/// shapes they bind, text fits its box, and no coordinate is below 0.
public final class DiagramLayout {

    /// @throws InterruptedException if the calling thread is interrupted before the design is there
    public CanvasDesign place(Picture picture, Theme theme) throws InterruptedException {
        var arrangement =
                switch (picture) {
                    case Sketch sketch -> new SketchArranger().arrange(sketch, theme);
                    case Diagram diagram -> arranger(diagram.kind()).arrange(diagram, theme);
                };
        var painted = new Painter(theme).paint(picture.title(), arrangement);
        return picture instanceof Diagram diagram
                ? new CanvasDesign(painted.title(), painted.objects(), diagram)
                : painted;
    }

    /// The canvas after an edit. If it shows one diagram and the owner has put nothing anywhere,
    /// the new diagram is placed afresh. Otherwise what stays in the diagram stays where it is,
    /// what is new finds room around it, and objects of no node are left alone.
    ///
    /// @param before what the canvas shows now: its nodes' ids are their shapes'
    /// @throws InterruptedException if the calling thread is interrupted before the design is there
    public CanvasDesign revise(Canvas canvas, Diagram before, Diagram after, Theme theme)
            throws InterruptedException {
        return canvas.design().diagram() != null && canvas.pinned().isEmpty()
                ? place(after, theme)
                : new Revision(canvas, before, after, theme).run();
    }

    /// Made when needed: to load the graph arranger is to load the layout engine behind it.
    private static Arranger arranger(Diagram.Kind kind) {
        return switch (kind) {
            case FLOWCHART -> new GraphArranger(Look.FLOW);
            case MIND_MAP -> new MindMapArranger(new GraphArranger(Look.FLOW));
            case ORG_CHART -> new OrgChartArranger(new GraphArranger(Look.FLOW));
            case TIMELINE -> new TimelineArranger();
            case KANBAN -> new KanbanArranger();
            case SEQUENCE -> new SequenceArranger();
            case ENTITY_RELATIONSHIP -> new GraphArranger(Look.RELATIONS);
        };
    }
}
