package dev.atelier.adapters.postgres;

import io.helidon.dbclient.DbExecute;
import io.helidon.dbclient.DbRow;
import io.helidon.dbclient.DbStatement;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Where statements are asked. DbClient knows named parameters too, and looks for them at each
/// call; it also makes up a name for the statement, by a digest of all of its text. For our longest
/// ones that takes a third of what the driver does, so here each text is read once.
final class Sql {

    /// There are no more texts than the constants of this package.
    private static final Map<String, Text> READ = new ConcurrentHashMap<>();

    /// What is quoted is left as it is.
    private static final Pattern QUOTED_OR_PARAMETER = Pattern.compile("'[^']*'|:(\\w+)");

    private static final String NAME = "atelier";

    private final DbExecute execute;

    Sql(DbExecute execute) {
        this.execute = execute;
    }

    Call<Stream<DbRow>> createQuery(String statement) {
        return new Call<>(
                Text.of(statement),
                (text, values) -> values.bound(execute.createNamedQuery(NAME, text)).execute());
    }

    Call<Optional<DbRow>> createGet(String statement) {
        return new Call<>(
                Text.of(statement),
                (text, values) -> values.bound(execute.createNamedGet(NAME, text)).execute());
    }

    /// It returns how many rows were written.
    Call<Long> createDmlStatement(String statement) {
        return new Call<>(
                Text.of(statement),
                (text, values) ->
                        values.bound(execute.createNamedDmlStatement(NAME, text)).execute());
    }

    /// @param positional the statement with a `?` for each parameter
    /// @param names the parameters, in that order
    private record Text(String positional, List<String> names) {

        static Text of(String statement) {
            return READ.computeIfAbsent(statement, Text::read);
        }

        private static Text read(String statement) {
            var names = new ArrayList<String>();
            var positional =
                    QUOTED_OR_PARAMETER
                            .matcher(statement)
                            .replaceAll(
                                    found -> {
                                        if (found.group(1) == null) {
                                            return Matcher.quoteReplacement(found.group());
                                        }
                                        names.add(found.group(1));
                                        return "?";
                                    });
            return new Text(positional, List.copyOf(names));
        }
    }

    /// How one kind of statement is asked.
    private interface Asking<R> {

        R ask(String positional, Call<R> values);
    }

    /// A statement and the values of its parameters.
    static final class Call<R> {

        private final Text text;
        private final Asking<R> asking;
        private final Map<String, @Nullable Object> values = new HashMap<>();

        private Call(Text text, Asking<R> asking) {
            this.text = text;
            this.asking = asking;
        }

        Call<R> addParam(String name, @Nullable Object value) {
            values.put(name, value);
            return this;
        }

        R execute() {
            return asking.ask(text.positional(), this);
        }

        private <D extends DbStatement<D>> D bound(D statement) {
            for (var name : text.names()) {
                if (!values.containsKey(name)) {
                    throw new IllegalStateException("parameter " + name + " has no value");
                }
                statement.addParam(values.get(name));
            }
            return statement;
        }
    }
}
