package dev.atelier.testkit.fakes;

import dev.atelier.application.port.in.CanvasQueries.Place;
import dev.atelier.application.port.in.CanvasQueries.Stored;
import dev.atelier.application.port.in.CanvasQueries.Summary;
import dev.atelier.application.port.out.CanvasStore;
import dev.atelier.application.port.out.StaleCanvas;
import dev.atelier.domain.canvas.Canvas;
import dev.atelier.domain.canvas.CanvasId;
import dev.atelier.domain.job.UserId;
import dev.atelier.testkit.fakes.Ledger.CanvasKey;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Canvases with all their versions.
final class InMemoryCanvases implements CanvasStore {

    private static final Comparator<Summary> LATEST_BEGUN_FIRST =
            Comparator.comparing((Summary it) -> it.place().begunAt())
                    .thenComparing(it -> it.place().id().value())
                    .reversed();

    private final Ledger ledger;

    InMemoryCanvases(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public boolean exists(CanvasId id, UserId owner) {
        return !versions(id, owner).isEmpty();
    }

    @Override
    public Optional<Canvas> find(CanvasId id, UserId owner) {
        return find(id, owner, null).map(Stored::canvas);
    }

    @Override
    public Optional<Stored> find(CanvasId id, UserId owner, @Nullable Integer version) {
        var versions = versions(id, owner).reversed();
        return versions.stream()
                .filter(it -> version == null || it.canvas().version() == version)
                .findFirst();
    }

    private List<Stored> versions(CanvasId id, UserId owner) {
        return ledger.atomically(
                () -> ledger.canvases.getOrDefault(new CanvasKey(owner, id), List.of()));
    }

    @Override
    public List<Summary> page(UserId owner, @Nullable Place after, int limit) {
        return ledger.atomically(
                () ->
                        ledger.canvases.values().stream()
                                .filter(it -> it.getFirst().canvas().owner().equals(owner))
                                .map(InMemoryCanvases::summary)
                                .sorted(LATEST_BEGUN_FIRST)
                                .filter(it -> after == null || isBehind(it.place(), after))
                                .limit(limit)
                                .toList());
    }

    private static Summary summary(List<Stored> versions) {
        var latest = versions.getLast();
        var design = latest.canvas().design();
        return new Summary(
                new Place(versions.getFirst().savedAt(), latest.canvas().id()),
                design.title(),
                latest.canvas().version(),
                design.diagram() == null ? null : design.diagram().kind(),
                design.objects().size(),
                latest.savedAt());
    }

    private static boolean isBehind(Place place, Place other) {
        var order = place.begunAt().compareTo(other.begunAt());
        return order < 0 || (order == 0 && place.id().value().compareTo(other.id().value()) < 0);
    }

    @Override
    public void save(Canvas next) {
        if (next.version() == 1) {
            throw new StaleCanvas(next.id());
        }
        ledger.atomically(() -> ledger.put(next));
    }

    @Override
    public boolean delete(CanvasId id, UserId owner) {
        return ledger.atomically(() -> ledger.canvases.remove(new CanvasKey(owner, id)) != null);
    }

    @Override
    public int deleteAll(UserId owner) {
        return ledger.atomically(
                () -> {
                    var before = ledger.canvases.size();
                    ledger.canvases.keySet().removeIf(it -> it.owner().equals(owner));
                    return before - ledger.canvases.size();
                });
    }
}
