package dev.atelier.adapters.ai.provider.offline;

import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Kind;

/// Chooses the kind of diagram where the user did not, and has it written.
final class DiagramWriter {

    private DiagramWriter() {}

    static Diagram write(Request request) {
        return switch (kind(request)) {
            case FLOWCHART -> Flowcharts.write(request);
            case MIND_MAP -> MindMaps.write(request);
            case ORG_CHART -> OrgCharts.write(request);
            case TIMELINE -> Timelines.write(request);
            case KANBAN -> Boards.write(request);
            case SEQUENCE -> Sequences.write(request);
            case ENTITY_RELATIONSHIP -> Entities.write(request);
        };
    }

    private static Kind kind(Request request) {
        if (request.kind() != null) {
            return request.kind();
        }
        if (Sequences.isIn(request.body())) {
            return Kind.SEQUENCE;
        }
        if (Arrows.isIn(request.body())) {
            return Kind.FLOWCHART;
        }
        if (Timelines.isDated(request.body())) {
            return Kind.TIMELINE;
        }
        return Section.read(request.body()).size() > 1 ? Kind.MIND_MAP : Kind.FLOWCHART;
    }
}
