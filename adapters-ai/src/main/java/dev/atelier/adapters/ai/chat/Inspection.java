package dev.atelier.adapters.ai.chat;

import dev.atelier.adapters.ai.check.DesignCheck;
import dev.atelier.adapters.ai.diagram.Finding;
import dev.atelier.adapters.ai.diagram.Finding.Problem;
import dev.atelier.domain.canvas.CanvasDesign;

import java.util.List;

/// Looks at a finished design for what the layout could not put right: mostly shapes that a model
/// placed itself.
final class Inspection {

    private Inspection() {}

    static List<Finding> of(CanvasDesign design) {
        var found =
                design.diagram() == null
                        ? DesignCheck.findings(design, DesignCheck.SKETCH)
                        : DesignCheck.findings(design);
        return found.stream()
                .map(finding -> new Finding(Problem.BADLY_PLACED, finding.message()))
                .toList();
    }
}
