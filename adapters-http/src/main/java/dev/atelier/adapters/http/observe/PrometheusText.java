package dev.atelier.adapters.http.observe;

import dev.atelier.application.port.in.Distribution;

import java.util.Map;

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

    public void counter(String name, String help, double value) {
        family(name, "counter", help);
        sample(name, "", value);
    }

    /// A counter by one label, in the order of its values.
    public void counters(String name, String help, String label, Map<String, Long> counts) {
        family(name, "counter", help);
        counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(
                        count ->
                                sample(
                                        name,
                                        label(label, count.getKey()),
                                        (double) count.getValue()));
    }

    /// @param labels as `name="value"` pairs, or empty
    public void sample(String name, String labels, double value) {
        text.append(name);
        if (!labels.isEmpty()) {
            text.append('{').append(labels).append('}');
        }
        text.append(' ').append(number(value)).append('\n');
    }

    /// @param labels as `name="value"` pairs, or empty
    public void histogram(String name, String labels, Distribution measured) {
        var before = labels.isEmpty() ? "" : labels + ",";
        for (int n = 0; n < measured.bounds().size(); n++) {
            var bound = label("le", number(measured.bounds().get(n)));
            sample(name + "_bucket", before + bound, (double) measured.upTo().get(n));
        }
        sample(name + "_bucket", before + label("le", "+Inf"), (double) measured.count());
        sample(name + "_sum", labels, measured.sum());
        sample(name + "_count", labels, (double) measured.count());
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
