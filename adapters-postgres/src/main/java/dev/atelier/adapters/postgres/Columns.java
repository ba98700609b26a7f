package dev.atelier.adapters.postgres;

import static java.util.stream.Collectors.joining;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Binds many rows to one statement: an array of texts per column, which the statement casts and
/// unnests. DbClient has no batch, and one statement is one round trip anyway.
final class Columns<T> {

    private final Sql.Call<?> statement;
    private final List<T> rows;

    /// The rows as they were bound, for `columns` such as `id uuid, at timestamptz`: in a list of
    /// what is selected, arrays are walked side by side. In `from`, each of them first fills a
    /// store of its own, which takes the server four microseconds.
    static String rows(String columns) {
        return Stream.of(columns.strip().split(",\\s+"))
                .map(column -> column.split(" "))
                .map(it -> "unnest(CAST(:%1$s AS %2$s[])) as %1$s".formatted(it[0], it[1]))
                .collect(joining(", ", "select ", ""));
    }

    Columns(Sql.Call<?> statement, List<T> rows) {
        this.statement = statement;
        this.rows = rows;
    }

    /// Where each row stands among them, from 1.
    Columns<T> bindPlaces(String name) {
        statement.addParam(
                name,
                IntStream.rangeClosed(1, rows.size())
                        .mapToObj(Integer::toString)
                        .toArray(String[]::new));
        return this;
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
