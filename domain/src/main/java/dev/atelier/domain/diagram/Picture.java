package dev.atelier.domain.diagram;

import java.util.regex.Pattern;

/// Something that a layout can turn into a canvas.
public sealed interface Picture permits Diagram, Sketch {

    String title();

    /// Ids within a picture: letters, digits, `_`, `.` and `-`, at most 60. The layout makes ids of
    /// its own with a colon, so that the two never meet.
    Pattern ID = Pattern.compile("[A-Za-z0-9_.-]{1,60}");
}
