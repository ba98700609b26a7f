package dev.atelier.adapters.postgres;

import dev.atelier.application.port.in.CanvasQueries.Place;
import dev.atelier.application.port.in.CanvasQueries.Stored;
import dev.atelier.application.port.in.CanvasQueries.Summary;
import dev.atelier.application.port.out.CanvasStore;
import dev.atelier.application.port.out.StaleCanvas;
import dev.atelier.domain.canvas.Canvas;
import dev.atelier.domain.canvas.CanvasId;
import dev.atelier.domain.job.UserId;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/// Canvases in `canvases`, each version a row that never changes.
final class PostgresCanvasStore implements CanvasStore {

    private static final int VERSIONS_AT_ONCE = 200;

    private final Transactions transactions;

    PostgresCanvasStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public boolean exists(CanvasId id, UserId owner) {
        return transactions
                .each(
                        sql ->
                                sql.createGet(CanvasSql.EXISTS)
                                        .addParam("user_id", owner.value())
                                        .addParam("id", id.value())
                                        .execute())
                .isPresent();
    }

    @Override
    public Optional<Canvas> find(CanvasId id, UserId owner) {
        return find(id, owner, null).map(Stored::canvas);
    }

    @Override
    public Optional<Stored> find(CanvasId id, UserId owner, @Nullable Integer version) {
        return transactions.each(
                sql -> {
                    var get =
                            sql.createGet(version == null ? CanvasSql.LATEST : CanvasSql.VERSION)
                                    .addParam("user_id", owner.value())
                                    .addParam("id", id.value());
                    if (version != null) {
                        get.addParam("version", version);
                    }
                    return get.execute().map(row -> CanvasRow.stored(id, owner, row));
                });
    }

    @Override
    public List<Summary> page(UserId owner, @Nullable Place after, int limit) {
        return transactions.each(
                sql ->
                        sql.createQuery(CanvasSql.PAGE)
                                .addParam("user_id", owner.value())
                                .addParam(
                                        "begun_at",
                                        after == null ? null : after.begunAt().toString())
                                .addParam("after", after == null ? null : after.id().value())
                                .addParam("limit", limit)
                                .execute()
                                .map(CanvasRow::summary)
                                .toList());
    }

    @Override
    public void save(Canvas next) {
        var design = next.design();
        var written =
                transactions.each(
                        sql ->
                                sql.createDmlStatement(CanvasSql.SAVE)
                                        .addParam("user_id", next.owner().value())
                                        .addParam("id", next.id().value())
                                        .addParam("version", next.version())
                                        .addParam("title", design.title())
                                        .addParam("objects", DesignJson.objects(design).toString())
                                        .addParam("diagram", DiagramJson.write(design.diagram()))
                                        .addParam("kind", CanvasRow.kind(design))
                                        .addParam("pinned", CanvasRow.pinned(next))
                                        .addParam("object_count", design.objects().size())
                                        .execute());
        if (written == 0) {
            throw new StaleCanvas(next.id());
        }
    }

    @Override
    public boolean delete(CanvasId id, UserId owner) {
        var rounds = 0;
        while (deleted(id, owner)) {
            rounds++;
        }
        return rounds > 0;
    }

    private boolean deleted(CanvasId id, UserId owner) {
        return transactions.each(
                sql ->
                        sql.createGet(CanvasSql.DELETE)
                                .addParam("user_id", owner.value())
                                .addParam("id", id.value())
                                .execute()
                                .map(row -> new Cells(row).integer("versions") > 0)
                                .orElseThrow());
    }

    @Override
    public int deleteAll(UserId owner) {
        var total = 0;
        var deleted = deletedOf(owner);
        while (deleted.versions() > 0) {
            total += deleted.canvases();
            deleted = deletedOf(owner);
        }
        return total;
    }

    private record Deleted(int versions, int canvases) {}

    private Deleted deletedOf(UserId owner) {
        return transactions.each(
                sql ->
                        sql.createGet(CanvasSql.DELETE_ALL)
                                .addParam("user_id", owner.value())
                                .addParam("limit", VERSIONS_AT_ONCE)
                                .execute()
                                .map(Cells::new)
                                .map(
                                        it ->
                                                new Deleted(
                                                        it.integer("versions"),
                                                        it.integer("canvases")))
                                .orElseThrow());
    }
}
