package dev.atelier.application.port.in;

import java.util.List;
import java.util.stream.DoubleStream;

/// How often a measurement was no larger than each of its bounds, and the sum of all. Whole numbers
/// and seconds alike.
///
/// @param bounds rising
/// @param upTo one for each bound, and last the number of all
public record Distribution(List<Double> bounds, List<Long> upTo, double sum) {

    /// Seconds that a call takes, as the GenAI conventions of OpenTelemetry have them: 0.01, and so
    /// on doubled.
    public static final List<Double> CALL_SECONDS = rising(0.01, 2, 14);

    /// Tokens, by the same conventions: 1, and so on times four.
    public static final List<Double> TOKENS = rising(1, 4, 14);

    /// Seconds that a job waits or runs: 0.05 to nearly half an hour.
    public static final List<Double> JOB_SECONDS = rising(0.05, 2, 16);

    /// How many were done together.
    public static final List<Double> BATCH = rising(1, 2, 10);

    public Distribution {
        bounds = List.copyOf(bounds);
        upTo = List.copyOf(upTo);
    }

    public long count() {
        return upTo.getLast();
    }

    private static List<Double> rising(double first, double factor, int many) {
        return DoubleStream.iterate(first, bound -> bound * factor).limit(many).boxed().toList();
    }
}
