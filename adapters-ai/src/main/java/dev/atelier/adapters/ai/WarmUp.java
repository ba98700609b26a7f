package dev.atelier.adapters.ai;

import dev.atelier.adapters.ai.provider.ProviderSettings;
import dev.atelier.adapters.ai.provider.offline.OfflineProvider;
import dev.atelier.domain.canvas.CanvasBrief;
import dev.atelier.domain.canvas.CanvasStyle;
import dev.atelier.domain.canvas.ColorScheme;
import dev.atelier.domain.canvas.Instructions;

/// Draws a small canvas for nobody, so that the layout engine is loaded before somebody waits for
/// it.
final class WarmUp implements Runnable {

    @Override
    public void run() {
        var brief =
                new CanvasBrief(
                        new Instructions("a -> b"), CanvasStyle.MODERN, ColorScheme.DEFAULT, null);
        try {
            new OfflineProvider().open(ProviderSettings.NONE).generator().generate(brief, _ -> {});
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
