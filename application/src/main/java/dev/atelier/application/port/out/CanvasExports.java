package dev.atelier.application.port.out;

import dev.atelier.domain.canvas.Canvas;

import java.util.Locale;

/// Canvases in the forms of other programs.
public interface CanvasExports {

    /// Pure and quick: nobody is asked.
    Document export(Canvas canvas, Format format);

    enum Format {
        /// An image that any browser shows.
        SVG,
        /// A file that excalidraw.com opens.
        EXCALIDRAW,
        /// The text that mermaid draws.
        MERMAID;

        /// The name on the wire.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param mediaType with its charset where it has one
    /// @param extension of a file name, without the dot
    record Document(String mediaType, String extension, String text) {}
}
