package dev.atelier.adapters.ai.layout;

import dev.atelier.adapters.ai.theme.Theme;
import dev.atelier.domain.diagram.Diagram;

/// A way to give the parts of a diagram their places. No two shapes or captions overlap in the
/// outcome; where it starts does not matter.
interface Arranger {

    Arrangement arrange(Diagram diagram, Theme theme) throws InterruptedException;
}
