package dev.atelier.adapters.ai.chat;

/// What a model may say.
final class Said {

    static final String TEA =
            """
            {"count": 6, "title": "Tea", "kind": "flowchart", "direction": "down",
             "groups": [{"id": "k", "label": "Kitchen"}],
             "nodes": [{"id": "a", "label": "Boil water", "kind": "start", "group": "k", "details": []},
                       {"id": "b", "label": "Hot?", "kind": "decision", "group": "k", "details": []},
                       {"id": "c", "label": "Pour", "kind": "process", "group": "k", "details": []},
                       {"id": "d", "label": "Wait", "kind": "process", "group": "k", "details": []},
                       {"id": "e", "label": "Taste", "kind": "process", "group": "", "details": []},
                       {"id": "f", "label": "Drink", "kind": "end", "group": "", "details": []}],
             "edges": [{"from": "a", "to": "b", "text": ""}, {"from": "b", "to": "c", "text": "yes"},
                       {"from": "b", "to": "a", "text": "no"}, {"from": "c", "to": "d", "text": ""},
                       {"from": "d", "to": "e", "text": ""}, {"from": "e", "to": "f", "text": ""}],
             "shapes": []}
            """;

    /// A decision without labels, and an edge to nowhere.
    static final String FLAWED =
            """
            {"count": 2, "title": "Flawed", "kind": "flowchart",
             "nodes": [{"id": "a", "label": "Hot?", "kind": "decision"},
                       {"id": "b", "label": "Drink", "kind": "end"}],
             "edges": [{"from": "a", "to": "b"}, {"from": "a", "to": "a"}, {"from": "b", "to": "z"}]}
            """;

    static final String POEM = "I would rather write a poem.";

    private Said() {}
}
