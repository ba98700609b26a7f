package dev.atelier.adapters.postgres;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/// Binds many rows to one statement: an array of texts per column, which the statement casts and
/// unnests. DbClient has no batch, and one statement is one round trip anyway.
final class Columns<T> {

    private final Sql.Call<?> statement;
    private final List<T> rows;

    Columns(Sql.Call<?> statement, List<T> rows) {
        this.statement = statement;
        this.rows = rows;
    }

    Columns<T> bind(String name, Function<T, @Nullable Object> value) {
        var texts = new @Nullable String[rows.size()];
        for (int i = 0; i < texts.length; i++) {
            var one = value.apply(rows.get(i));
            texts[i] = one == null ? null : one.toString();
        }
        statement.addParam(name, texts);
        return this;
    }
}
