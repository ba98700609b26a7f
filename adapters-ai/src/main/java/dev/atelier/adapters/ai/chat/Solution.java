package dev.atelier.adapters.ai.chat;

import dev.atelier.adapters.ai.diagram.Finding;
import dev.atelier.domain.canvas.CanvasDesign;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What came of a reply.
///
/// @param design null if there is nothing to show
/// @param size how much of what was asked for it shows
record Solution(@Nullable CanvasDesign design, int size, List<Finding> findings) {

    Solution {
        findings = List.copyOf(findings);
    }

    static Solution none(List<Finding> findings) {
        return new Solution(null, 0, findings);
    }

    boolean isFlawless() {
        return design != null && findings.isEmpty();
    }

    boolean isBetterThan(Solution other) {
        if (design == null || other.design == null) {
            return design != null;
        }
        return findings.size() == other.findings.size()
                ? size > other.size
                : findings.size() < other.findings.size();
    }
}
