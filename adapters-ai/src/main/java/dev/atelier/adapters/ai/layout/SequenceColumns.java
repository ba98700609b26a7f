package dev.atelier.adapters.ai.layout;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Where the lifelines of a sequence stand: as close together as their heads and the texts between
/// them allow.
final class SequenceColumns {

    private static final double HEAD_GAP = 40;
    private static final double MIN_DISTANCE = 150;

    private final double[] centers;

    private SequenceColumns(double[] centers) {
        this.centers = centers;
    }

    static SequenceColumns of(List<Sized> heads, List<Message> messages) {
        var distances = new double[Math.max(0, heads.size() - 1)];
        for (int i = 0; i < distances.length; i++) {
            var halves = (heads.get(i).width() + heads.get(i + 1).width()) / 2;
            distances[i] = Math.max(MIN_DISTANCE, halves + HEAD_GAP);
        }
        // Far messages come last: they find room where near ones have made it.
        messages.stream()
                .sorted(Comparator.comparingInt(it -> it.rightmost() - it.leftmost()))
                .forEach(message -> makeRoom(distances, message));

        var centers = new double[heads.size()];
        for (int i = 1; i < centers.length; i++) {
            centers[i] = centers[i - 1] + distances[i - 1];
        }
        return new SequenceColumns(centers);
    }

    private static void makeRoom(double[] distances, Message message) {
        if (message.isLoop()) {
            if (message.from() < distances.length) {
                var needed = SequenceArranger.LOOP_ROOM + message.width();
                distances[message.from()] = Math.max(distances[message.from()], needed);
            }
            return;
        }
        var gap = widest(distances, message);
        var needed = message.width() + SequenceArranger.CAPTION_ROOM;
        distances[gap] = Math.max(distances[gap], needed);
    }

    double at(int column) {
        return centers[column];
    }

    /// The middle of the widest gap that the message crosses, the sender's first among equals.
    double middleFor(Message message) {
        var distances = new double[centers.length - 1];
        Arrays.setAll(distances, i -> centers[i + 1] - centers[i]);
        var gap = widest(distances, message);
        return (centers[gap] + centers[gap + 1]) / 2;
    }

    private static int widest(double[] distances, Message message) {
        var gaps = IntStream.range(message.leftmost(), message.rightmost()).boxed();
        var byWidth = Comparator.<Integer>comparingDouble(gap -> distances[gap]);
        var bySender = Comparator.<Integer>comparingInt(gap -> -Math.abs(gap - message.from()));
        return gaps.max(byWidth.thenComparing(bySender)).orElseThrow();
    }
}
