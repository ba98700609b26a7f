package dev.atelier.adapters.ai.diagram;

/// A model's reply, read while it streams: what is complete so far can be drawn at any time. The
/// last word is the same however the reply was cut into pieces.
public final class PictureStream {

    private final ReplyJson json = new ReplyJson(new PictureParts());
    private final String title;

    /// @param title what the picture is called if the reply does not say
    public PictureStream(String title) {
        this.title = title;
    }

    public void feed(String piece) {
        json.feed(piece);
    }

    /// Changes with every node, edge, group and shape that is complete.
    public int completed() {
        return json.completed();
    }

    /// How many nodes and shapes are complete.
    public int drawn() {
        var fields = new Fields(json.root());
        return fields.count(DiagramRepair.NODES) + fields.count(SketchRepair.SHAPES);
    }

    /// How many nodes and shapes there will be, by the model's own count; 0 if it did not say.
    public int announced() {
        return (int) Math.clamp(new Fields(json.root()).number(0, "count"), 0, 999);
    }

    public String text() {
        return json.text();
    }

    /// What can be drawn already. An edge waits for its nodes.
    public Draft soFar() {
        return PictureReader.draft(json.root(), title);
    }

    /// What the reply comes to, now that no more of it follows.
    public Draft end() {
        json.end();
        var draft = soFar();
        return new Draft(draft.picture(), Finding.withCutOff(draft.findings(), json.isCut()));
    }
}
