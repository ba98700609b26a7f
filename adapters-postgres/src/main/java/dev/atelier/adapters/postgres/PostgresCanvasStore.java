package dev.atelier.adapters.postgres;

import dev.atelier.application.port.out.CanvasStore;
import dev.atelier.domain.canvas.Canvas;
import dev.atelier.domain.canvas.CanvasId;
import dev.atelier.domain.job.UserId;

import io.helidon.dbclient.DbRow;

import java.util.Optional;

/// Canvases in `canvases`, each version a row that never changes.
final class PostgresCanvasStore implements CanvasStore {

    private final Transactions transactions;

    PostgresCanvasStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Canvas> find(CanvasId id, UserId owner) {
        return transactions.each(
                sql ->
                        sql.createGet(CanvasSql.LATEST)
                                .addParam("user_id", owner.value())
                                .addParam("id", id.value())
                                .execute()
                                .map(row -> canvas(id, owner, row)));
    }

    private static Canvas canvas(CanvasId id, UserId owner, DbRow row) {
        var cells = new Cells(row);
        try {
            var design = DesignJson.read(cells.text("title"), Json.read(cells.text("objects")));
            return new Canvas(id, owner, cells.integer("version"), design);
        } catch (RuntimeException broken) {
            throw new IllegalStateException(
                    "the row of canvas " + id.value() + " is broken", broken);
        }
    }
}
