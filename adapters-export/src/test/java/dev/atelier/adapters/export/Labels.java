package dev.atelier.adapters.export;

import dev.atelier.domain.PlainText;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/// Any text that a label may have, rich in signs that mean something to one of the formats.
public final class Labels {

    private Labels() {}

    public static Arbitrary<String> any() {
        var signs =
                Arbitraries.of(
                        "<",
                        ">",
                        "&",
                        "\"",
                        "'",
                        "#",
                        ";",
                        "%%",
                        "`",
                        "*",
                        "_",
                        "[",
                        "]",
                        "{",
                        "}",
                        "(",
                        ")",
                        "|",
                        "\\",
                        "/",
                        ":",
                        "$$",
                        "---",
                        "end",
                        "title ",
                        "\n",
                        "\r",
                        "\t",
                        "]]>",
                        "<!--",
                        "<br/>",
                        "<script>",
                        "#quot;",
                        "1. ",
                        "- ",
                        "🎨",
                        "\uFFFE",
                        "\uFFFF",
                        "ﬂ°",
                        "¶ß",
                        "é",
                        "مرحبا");
        return Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(4), signs)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(parts -> PlainText.clean(String.join("", parts)))
                .filter(text -> !text.isBlank());
    }
}
