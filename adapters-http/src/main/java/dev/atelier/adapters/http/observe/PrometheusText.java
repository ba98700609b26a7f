package dev.atelier.adapters.http.observe;

import java.time.Duration;
import java.util.List;

/// Writes the Prometheus text format, version 0.0.4.
public final class PrometheusText {

    public static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final StringBuilder text = new StringBuilder();

    /// Announces the samples that follow.
    public void family(String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    public void gauge(String name, String help, double value) {
        family(name, "gauge", help);
        sample(name, "", value);
    }

    /// @param labels as `name="value"` pairs, or empty
    public void sample(String name, String labels, double value) {
        text.append(name);
        if (!labels.isEmpty()) {
            text.append('{').append(labels).append('}');
        }
        text.append(' ').append(number(value)).append('\n');
    }

    /// @param upTo how many were at most each bound; the last counts all
    public void histogram(
            String name, String labels, List<Duration> bounds, List<Long> upTo, Duration sum) {
        for (int n = 0; n < bounds.size(); n++) {
            var bound = label("le", number(seconds(bounds.get(n))));
            sample(name + "_bucket", labels + "," + bound, (double) upTo.get(n));
        }
        var all = (double) upTo.getLast();
        sample(name + "_bucket", labels + "," + label("le", "+Inf"), all);
        sample(name + "_sum", labels, seconds(sum));
        sample(name + "_count", labels, all);
    }

    private static double seconds(Duration time) {
        return (double) time.toNanos() / 1e9;
    }

    /// A label with whatever value, escaped.
    public static String label(String name, String value) {
        var escaped = value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        return name + "=\"" + escaped + "\"";
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
