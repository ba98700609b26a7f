package dev.atelier.adapters.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.application.port.out.CanvasExports.Format;
import dev.atelier.domain.canvas.Canvas;
import dev.atelier.domain.canvas.CanvasId;
import dev.atelier.domain.job.UserId;
import dev.atelier.testkit.Designs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ExportAdapterTest {

    private final Canvas canvas =
            new Canvas(new CanvasId("c"), new UserId("u"), 1, Designs.ofEveryKind());

    @Test
    void each_format_has_its_media_type_and_extension() {
        var adapter = new ExportAdapter();

        assertThat(adapter.export(canvas, Format.SVG))
                .returns("image/svg+xml; charset=utf-8", it -> it.mediaType())
                .returns("svg", it -> it.extension());
        assertThat(adapter.export(canvas, Format.EXCALIDRAW))
                .returns("application/vnd.excalidraw+json", it -> it.mediaType())
                .returns("excalidraw", it -> it.extension());
        assertThat(adapter.export(canvas, Format.MERMAID))
                .returns("text/vnd.mermaid; charset=utf-8", it -> it.mediaType())
                .returns("mmd", it -> it.extension());
    }

    @ParameterizedTest
    @EnumSource
    void the_same_canvas_gives_the_same_text(Format format) {
        assertThat(new ExportAdapter().export(canvas, format))
                .isEqualTo(new ExportAdapter().export(canvas, format));
    }
}
