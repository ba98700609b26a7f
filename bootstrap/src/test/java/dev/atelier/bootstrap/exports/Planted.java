package dev.atelier.bootstrap.exports;

import java.util.Map;

/// Files that no program must find in order, or else the checks see nothing.
final class Planted {

    private static final String PREFIX = "planted-";

    static final Map<String, String> FAULTS =
            Map.of(
                    "planted-syntax.mmd",
                    "flowchart TD\n  a[unclosed",
                    "planted-missing.mmd",
                    "flowchart TD\n  a[\"other\"]",
                    "planted-unbound.excalidraw",
                    """
                    {"type": "excalidraw", "version": 2, "elements": [
                      {"id": "a", "type": "arrow", "x": 0, "y": 0, "width": 9, "height": 9,
                       "points": [[0, 0], [9, 9]], "endBinding": {"elementId": "b", "focus": 0}}]}
                    """,
                    "planted-broken.svg",
                    "<svg xmlns='http://www.w3.org/2000/svg'><g></svg>",
                    "planted-overflow.svg",
                    """
                    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">
                      <g data-id="box"><rect x="20" y="20" width="30" height="30"/>
                      <text x="20" y="35"><tspan>wider than its box</tspan></text></g></svg>
                    """,
                    "planted-stranger.svg",
                    """
                    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">
                      <image href="http://elsewhere.test/a.png" width="9" height="9"/></svg>
                    """);

    /// What the two mermaid texts should say, and do not.
    static final Map<String, String> WORDS =
            Map.of(
                    "planted-syntax.words.json", "[\"unclosed\"]",
                    "planted-missing.words.json", "[\"word\"]");

    private Planted() {}

    static boolean is(ExportsIT.Seen seen) {
        return seen.file().startsWith(PREFIX);
    }
}
