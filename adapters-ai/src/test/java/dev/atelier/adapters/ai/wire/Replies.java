package dev.atelier.adapters.ai.wire;

/// What a model may say.
public final class Replies {

    public static final String TEA =
            """
            {"count": 3, "title": "Tea", "kind": "flowchart", "direction": "down", "groups": [],
             "nodes": [{"id": "a", "label": "Boil water", "kind": "start", "group": ""},
                       {"id": "b", "label": "Hot?", "kind": "decision", "group": ""},
                       {"id": "c", "label": "Drink", "kind": "end", "group": ""}],
             "edges": [{"from": "a", "to": "b", "text": ""}, {"from": "b", "to": "c", "text": "yes"},
                       {"from": "b", "to": "a", "text": "no"}],
             "shapes": []}
            """;

    /// Follows the schema in nothing but spirit: an id twice, an edge to nowhere, a kind that there
    /// is not, numbers as text, members missing and made up.
    public static final String OFF_THE_SCHEMA =
            """
            {"count": "many", "title": 7, "kind": "infographic",
             "nodes": [{"id": "a", "label": "Boil water"}, {"id": "a", "label": "Pour", "kind": 3},
                       "Drink", {"label": "Wash up", "mood": "good"}],
             "edges": [{"from": "a", "to": "nowhere"}, {"from": "a"}, {"to": null}, 12]}
            """;

    public static final String FLOW =
            """
            {"count": 2, "title": "Flow", "kind": "flowchart",
             "nodes": [{"id": "s", "label": "Start", "kind": "start"},
                       {"id": "c", "label": "Check", "kind": "process"}],
             "edges": [{"from": "s", "to": "c", "text": ""}]}
            """;

    private Replies() {}

    /// The tea up to its edges, as if there had been no room for more.
    public static String halfTheTea() {
        return TEA.substring(0, TEA.indexOf("\"edges\""));
    }
}
