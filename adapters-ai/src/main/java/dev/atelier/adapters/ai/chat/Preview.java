package dev.atelier.adapters.ai.chat;

import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.diagram.Picture;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Lays out a picture that is still growing: the first time at once, then at most every 200 ms, and
/// the rarer the longer a layout takes.
final class Preview {

    private static final Logger LOG = LoggerFactory.getLogger(Preview.class);
    private static final long PAUSE = Duration.ofMillis(200).toNanos();

    /// At most a fifth of the time goes into layouts that nobody keeps.
    private static final int REST = 4;

    private final Layout layout;
    private final LongSupplier nanoTime;
    private boolean begun;
    private long next;

    /// How a picture becomes what is shown of it.
    interface Layout {

        CanvasDesign of(Picture picture) throws InterruptedException;
    }

    /// @param nanoTime as [System#nanoTime]
    Preview(Layout layout, LongSupplier nanoTime) {
        this.layout = layout;
        this.nanoTime = nanoTime;
    }

    boolean isDue() {
        return !begun || nanoTime.getAsLong() - next >= 0;
    }

    /// @return nothing if there is no time for it, or if it cannot be done: what the reply will
    ///   come to matters more
    Optional<CanvasDesign> of(Picture picture) {
        var start = nanoTime.getAsLong();
        var design = laidOut(picture);
        var end = nanoTime.getAsLong();
        begun = true;
        next = end + Math.max(PAUSE, REST * (end - start));
        return design;
    }

    private Optional<CanvasDesign> laidOut(Picture picture) {
        try {
            return Optional.of(layout.of(picture));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("a picture in progress could not be laid out", e);
        }
        return Optional.empty();
    }
}
