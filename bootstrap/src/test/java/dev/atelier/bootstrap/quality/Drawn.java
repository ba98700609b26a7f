package dev.atelier.bootstrap.quality;

import dev.atelier.domain.canvas.CanvasDesign;

/// One prompt as one source drew it, and what measuring it told.
record Drawn(
        RecordedPrompt prompt, Source source, CanvasDesign design, Page page, Measured measured) {

    static Drawn by(Source source, RecordedPrompt prompt) throws InterruptedException {
        var design = source.draw(prompt);
        var page = Page.of(prompt.name(), design);
        return new Drawn(prompt, source, design, page, Measured.of(design, page));
    }
}
