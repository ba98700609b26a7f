package dev.atelier.adapters.export.mermaid;

/// The lines of a mermaid document, under a title in front matter.
final class Script {

    private static final String INDENT = "    ";

    private final StringBuilder text = new StringBuilder();
    private int depth;

    /// @param kind the line that says what sort of diagram follows
    Script(String title, String kind) {
        text.append("---\ntitle: ").append(yaml(title)).append("\n---\n").append(kind).append('\n');
        depth = 1;
    }

    Script line(String line) {
        text.append(INDENT.repeat(depth)).append(line).append('\n');
        return this;
    }

    /// The lines that follow stand deeper by one.
    Script deeper() {
        depth++;
        return this;
    }

    Script back() {
        depth--;
        return this;
    }

    String end() {
        return text.toString();
    }

    /// A double-quoted scalar: mermaid looks for tags and comments in here, so no sign is left as
    /// it is.
    private static String yaml(String title) {
        var scalar = new StringBuilder("\"");
        title.codePoints()
                .forEach(
                        c -> {
                            if (Character.isLetterOrDigit(c) || c == ' ' || c > 0xFFFF) {
                                scalar.appendCodePoint(c);
                            } else {
                                scalar.append("\\u%04X".formatted(c));
                            }
                        });
        return scalar.append('"').toString();
    }
}
