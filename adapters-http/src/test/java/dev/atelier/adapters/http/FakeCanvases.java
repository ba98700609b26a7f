package dev.atelier.adapters.http;

import dev.atelier.application.port.in.CanvasChanged;
import dev.atelier.application.port.in.CanvasNotFound;
import dev.atelier.application.port.in.CanvasQueries;
import dev.atelier.application.port.in.DeleteCanvas;
import dev.atelier.application.port.in.EditCanvas;
import dev.atelier.application.port.in.RestoreCanvas;
import dev.atelier.application.port.out.CanvasExports.Document;
import dev.atelier.application.port.out.CanvasExports.Format;
import dev.atelier.domain.canvas.Canvas;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.canvas.CanvasId;
import dev.atelier.domain.job.UserId;
import dev.atelier.testkit.Jobs;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The use cases of canvases over a map of versions. Each version is a minute younger than the one
/// before.
public final class FakeCanvases implements CanvasQueries, EditCanvas, RestoreCanvas, DeleteCanvas {

    /// What an export says of any canvas; the text is not of one byte per character.
    public static final String DRAWING = "größer";

    private final Map<Key, List<Canvas>> canvases = new HashMap<>();

    private record Key(UserId owner, CanvasId id) {}

    public void add(UserId owner, String name, CanvasDesign design) {
        var id = new CanvasId(name);
        var versions = new ArrayList<>(List.of(Canvas.begin(id, owner, design).canvas()));
        canvases.put(new Key(owner, id), versions);
    }

    @Override
    public Stored canvas(CanvasId id, UserId owner, @Nullable Integer version) {
        var versions = versions(id, owner);
        var wanted = version == null ? versions.size() : version;
        if (wanted > versions.size()) {
            throw new CanvasNotFound(id);
        }
        return new Stored(versions.get(wanted - 1), savedAt(wanted));
    }

    @Override
    public Document export(CanvasId id, UserId owner, @Nullable Integer version, Format format) {
        var found = canvas(id, owner, version).canvas();
        var text = DRAWING + " " + found.version();
        return switch (format) {
            case SVG -> new Document("image/svg+xml", "svg", text);
            case EXCALIDRAW ->
                    new Document(
                            "application/vnd.excalidraw+json",
                            "excalidraw",
                            "{\"type\":\"" + text + "\"}");
            case MERMAID -> new Document("text/vnd.mermaid; charset=utf-8", "mmd", text);
        };
    }

    /// Canvases are begun in the order of their names here.
    @Override
    public Page page(UserId owner, @Nullable Place after, int limit) {
        var found =
                canvases.entrySet().stream()
                        .filter(entry -> entry.getKey().owner().equals(owner))
                        .map(entry -> entry.getValue().getLast())
                        .map(FakeCanvases::summary)
                        .filter(it -> after == null || name(it).compareTo(after.id().value()) > 0)
                        .sorted(Comparator.comparing(FakeCanvases::name))
                        .toList();
        return found.size() <= limit
                ? new Page(found, null)
                : new Page(found.subList(0, limit), found.get(limit - 1).place());
    }

    @Override
    public Canvas edit(EditCanvas.Command command) {
        var versions = versions(command.id(), command.owner());
        if (versions.size() != command.version()) {
            throw new CanvasChanged(command.id(), versions.size());
        }
        var next = versions.getLast().edited(command.edits());
        versions.add(next);
        return next;
    }

    @Override
    public Canvas restore(RestoreCanvas.Command command) {
        var versions = versions(command.id(), command.owner());
        if (versions.size() != command.version()) {
            throw new CanvasChanged(command.id(), versions.size());
        }
        var next = versions.getLast().restored(versions.get(command.older() - 1));
        versions.add(next);
        return next;
    }

    @Override
    public void delete(CanvasId id, UserId owner) {
        versions(id, owner);
        canvases.remove(new Key(owner, id));
    }

    private List<Canvas> versions(CanvasId id, UserId owner) {
        var versions = canvases.get(new Key(owner, id));
        if (versions == null) {
            throw new CanvasNotFound(id);
        }
        return versions;
    }

    private static Summary summary(Canvas canvas) {
        var design = canvas.design();
        var diagram = design.diagram();
        return new Summary(
                new Place(Jobs.NOON, canvas.id()),
                design.title(),
                canvas.version(),
                diagram == null ? null : diagram.kind(),
                design.objects().size(),
                savedAt(canvas.version()));
    }

    private static String name(Summary canvas) {
        return canvas.place().id().value();
    }

    private static Instant savedAt(int version) {
        return Jobs.NOON.plus(Duration.ofMinutes(version - 1));
    }
}
