package dev.atelier.adapters.ai;

import dev.atelier.adapters.ai.provider.ProviderSettings;
import dev.atelier.adapters.ai.provider.offline.OfflineProvider;
import dev.atelier.application.port.out.CanvasGenerator;
import dev.atelier.domain.canvas.CanvasBrief;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.canvas.CanvasStyle;
import dev.atelier.domain.canvas.ColorScheme;
import dev.atelier.domain.canvas.Instructions;

/// Short ways to ask for a canvas.
public final class Asking {

    private static final CanvasGenerator OFFLINE =
            new OfflineProvider().open(ProviderSettings.NONE).generator();

    private Asking() {}

    public static CanvasBrief brief(String instructions) {
        return new CanvasBrief(
                new Instructions(instructions), CanvasStyle.MODERN, ColorScheme.DEFAULT, null);
    }

    public static CanvasDesign offline(String instructions) throws InterruptedException {
        return OFFLINE.generate(brief(instructions), _ -> {}).design();
    }
}
