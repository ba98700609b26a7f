package dev.atelier.bootstrap.quality;

import java.util.List;
import java.util.stream.Collectors;

/// All designs on one page, each prompt above what its sources drew.
final class ContactSheet {

    private static final String HEAD =
            """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <title>Atelier: the quality set</title>
            <style>
            body { font: 15px/1.4 system-ui, sans-serif; margin: 2em; background: #f1f5f9; color: #0f172a }
            pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; margin: 0 0 .6em }
            section { margin: 0 0 2em; padding: 1em; background: #fff; border: 1px solid #cbd5e1 }
            .designs { display: grid; grid-template-columns: 1fr 1fr; gap: 1em; align-items: start }
            figure { margin: 0; min-width: 0 }
            figcaption { color: #475569; margin-bottom: .3em }
            .wrong { color: #b91c1c; font-weight: bold }
            svg { width: 100%; height: auto; max-height: 900px; border: 1px solid #e2e8f0 }
            </style>
            </head>
            <body>
            <h1>Atelier: the quality set</h1>
            """;

    private static final String END =
            """

            </body>
            </html>
            """;

    private ContactSheet() {}

    /// @param rows the designs of each prompt
    static String of(List<List<Drawn>> rows) {
        return rows.stream()
                .map(ContactSheet::section)
                .collect(Collectors.joining("\n", HEAD, END));
    }

    private static String section(List<Drawn> row) {
        var prompt = row.getFirst().prompt();
        return """
        <section id="%s">
        <h2>%s</h2>
        <pre dir="auto">%s</pre>
        <div class="designs">
        %s
        </div>
        </section>\
        """
                .formatted(
                        prompt.name(),
                        prompt.name(),
                        escaped(prompt.brief().instructions().text()),
                        row.stream().map(ContactSheet::figure).collect(Collectors.joining("\n")));
    }

    private static String figure(Drawn drawn) {
        var brief = drawn.prompt().brief();
        return """
        <figure>
        <figcaption>%s, %s, %s, %d objects%s</figcaption>
        %s
        </figure>\
        """
                .formatted(
                        drawn.source().word(),
                        brief.style().word(),
                        brief.colors().word(),
                        drawn.measured().objects(),
                        drawn.measured().isSound() ? "" : " <span class=\"wrong\">flawed</span>",
                        drawn.page().svg());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
