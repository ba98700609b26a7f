package dev.atelier.adapters.postgres;

import io.helidon.dbclient.DbRow;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/// The values of one row by column name. Those that may be null say so.
final class Cells {

    private final DbRow row;

    Cells(DbRow row) {
        this.row = row;
    }

    String text(String column) {
        return present(column, textOrNull(column));
    }

    @Nullable String textOrNull(String column) {
        return row.column(column).get(String.class);
    }

    UUID uuid(String column) {
        return present(column, uuidOrNull(column));
    }

    @Nullable UUID uuidOrNull(String column) {
        return row.column(column).get(UUID.class);
    }

    Instant instant(String column) {
        return present(column, instantOrNull(column));
    }

    @Nullable Instant instantOrNull(String column) {
        var time = row.column(column).get(Timestamp.class);
        return time == null ? null : time.toInstant();
    }

    long number(String column) {
        return present(column, numberOrNull(column));
    }

    @Nullable Long numberOrNull(String column) {
        var number = row.column(column).get(Number.class);
        return number == null ? null : number.longValue();
    }

    int integer(String column) {
        return Math.toIntExact(number(column));
    }

    @Nullable Double decimalOrNull(String column) {
        var number = row.column(column).get(Number.class);
        return number == null ? null : number.doubleValue();
    }

    BigDecimal exact(String column) {
        return present(column, row.column(column).get(BigDecimal.class));
    }

    boolean flag(String column) {
        return present(column, row.column(column).get(Boolean.class));
    }

    private static <V> V present(String column, @Nullable V value) {
        return Objects.requireNonNull(value, column);
    }
}
