package dev.atelier.adapters.ai.chat;

import dev.atelier.adapters.ai.diagram.Finding;
import dev.atelier.adapters.ai.layout.DiagramLayout;
import dev.atelier.domain.canvas.CanvasDesign;

import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;

/// What it takes to make a design of a picture.
///
/// @param check finds what is wrong with a finished design
/// @param nanoTime as [System#nanoTime]
record Studio(
        DiagramLayout layout, Function<CanvasDesign, List<Finding>> check, LongSupplier nanoTime) {}
