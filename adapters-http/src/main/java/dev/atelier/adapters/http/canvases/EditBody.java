package dev.atelier.adapters.http.canvases;

import dev.atelier.adapters.http.json.Members;
import dev.atelier.adapters.http.json.Words;
import dev.atelier.application.port.in.EditCanvas;
import dev.atelier.domain.InvalidValue;
import dev.atelier.domain.canvas.CanvasEdit;
import dev.atelier.domain.canvas.CanvasEdit.Move;
import dev.atelier.domain.canvas.CanvasEdit.Relabel;
import dev.atelier.domain.canvas.CanvasEdit.Remove;
import dev.atelier.domain.canvas.Label;
import dev.atelier.domain.canvas.ObjectId;
import dev.atelier.domain.canvas.Position;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What `PATCH /canvases/{id}` takes: edits, and the version that they are meant for.
record EditBody(int version, List<CanvasEdit> edits) {

    static EditBody read(Members in) {
        in.require("version");
        in.require("edits");
        var version = in.integer("version", EditBody::version);
        var edits = in.objects("edits", EditCanvas.MAX_EDITS, EditBody::edit);
        in.done();
        return new EditBody(version.orElseThrow(), edits.orElseThrow());
    }

    private static Integer version(Integer number) {
        if (number < 1) {
            throw new InvalidValue("must be at least 1");
        }
        return number;
    }

    private static Optional<CanvasEdit> edit(Members in) {
        in.require("op");
        in.require("id");
        var op = in.text("op", Words.of(Op.values(), Op::word));
        var id = in.text("id", ObjectId::new);
        if (op.isEmpty()) {
            in.acceptOthers();
            return Optional.empty();
        }
        return switch (op.get()) {
            case MOVE -> move(in, id);
            case RELABEL -> relabel(in, id);
            case REMOVE -> id.map(Remove::new);
        };
    }

    private static Optional<CanvasEdit> move(Members in, Optional<ObjectId> id) {
        in.require("x");
        in.require("y");
        var x = in.number("x", number -> new Position(number, 0).x());
        var y = in.number("y", number -> new Position(0, number).y());
        return id.isEmpty() || x.isEmpty() || y.isEmpty()
                ? Optional.empty()
                : Optional.of(new Move(id.get(), new Position(x.get(), y.get())));
    }

    private static Optional<CanvasEdit> relabel(Members in, Optional<ObjectId> id) {
        in.require("text");
        var text = in.text("text", Label::requireText);
        return id.isEmpty() || text.isEmpty()
                ? Optional.empty()
                : Optional.of(new Relabel(id.get(), text.get()));
    }

    private enum Op {
        MOVE,
        RELABEL,
        REMOVE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
