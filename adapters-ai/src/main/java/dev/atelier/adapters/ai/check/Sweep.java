package dev.atelier.adapters.ai.check;

import dev.atelier.domain.canvas.Bounds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;

/// Finds the boxes that overlap by passing over them once, along the direction in which they are
/// spread out.
final class Sweep {

    private Sweep() {}

    record Entry<T>(T item, Bounds box) {}

    /// Tells every pair once, the one that comes first in the list first.
    ///
    /// @param tolerance by how much boxes may overlap without being told
    static <T> void overlapping(
            List<Entry<T>> entries, double tolerance, BiConsumer<T, T> overlap) {
        var extent = entries.stream().map(Entry::box).reduce(Bounds::union);
        if (extent.isEmpty()) {
            return;
        }
        var lying = extent.get().width() > extent.get().height();
        var spans = new ArrayList<Span<T>>();
        for (var entry : entries) {
            spans.add(Span.of(spans.size(), entry, lying));
        }
        spans.sort(Comparator.comparingDouble(Span::start));
        var open = new ArrayList<Span<T>>();
        for (var span : spans) {
            open.removeIf(earlier -> earlier.end() - tolerance <= span.start());
            for (var other : open) {
                if (other.low() < span.high() - tolerance
                        && span.low() < other.high() - tolerance) {
                    var inOrder = other.index() < span.index();
                    overlap.accept(
                            inOrder ? other.item() : span.item(),
                            inOrder ? span.item() : other.item());
                }
            }
            open.add(span);
        }
    }

    /// A box seen along the sweep, from start to end, and across it, from low to high.
    private record Span<T>(int index, T item, double start, double end, double low, double high) {

        static <T> Span<T> of(int index, Entry<T> entry, boolean lying) {
            var box = entry.box();
            return lying
                    ? new Span<>(
                            index, entry.item(), box.left(), box.right(), box.top(), box.bottom())
                    : new Span<>(
                            index, entry.item(), box.top(), box.bottom(), box.left(), box.right());
        }
    }
}
