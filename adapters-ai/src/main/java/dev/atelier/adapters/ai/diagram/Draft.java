package dev.atelier.adapters.ai.diagram;

import dev.atelier.domain.diagram.Picture;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What a reply comes to once it is mended, and what is still wrong with it.
///
/// @param picture null if there is nothing to draw
public record Draft(@Nullable Picture picture, List<Finding> findings) {

    public Draft {
        findings = List.copyOf(findings);
    }
}
