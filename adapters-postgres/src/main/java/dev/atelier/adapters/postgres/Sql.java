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

    Query createQuery(String statement) {
        return new Query(Text.of(statement));
    }

    Get createGet(String statement) {
        return new Get(Text.of(statement));
    }

    Dml createDmlStatement(String statement) {
        return new Dml(Text.of(statement));
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

    /// A statement and the values of its parameters.
    abstract static class Call<C extends Call<C>> {

        private final Text text;
        private final Map<String, @Nullable Object> values = new HashMap<>();

        private Call(Text text) {
            this.text = text;
        }

        abstract C self();

        final C addParam(String name, @Nullable Object value) {
            values.put(name, value);
            return self();
        }

        final String positional() {
            return text.positional();
        }

        final <D extends DbStatement<D>> D bound(D statement) {
            for (var name : text.names()) {
                if (!values.containsKey(name)) {
                    throw new IllegalStateException("parameter " + name + " has no value");
                }
                statement.addParam(values.get(name));
            }
            return statement;
        }
    }

    final class Query extends Call<Query> {

        private Query(Text text) {
            super(text);
        }

        @Override
        Query self() {
            return this;
        }

        Stream<DbRow> execute() {
            return bound(execute.createNamedQuery(NAME, positional())).execute();
        }
    }

    final class Get extends Call<Get> {

        private Get(Text text) {
            super(text);
        }

        @Override
        Get self() {
            return this;
        }

        Optional<DbRow> execute() {
            return bound(execute.createNamedGet(NAME, positional())).execute();
        }
    }

    final class Dml extends Call<Dml> {

        private Dml(Text text) {
            super(text);
        }

        @Override
        Dml self() {
            return this;
        }

        /// @return how many rows were written
        long execute() {
            return bound(execute.createNamedDmlStatement(NAME, positional())).execute();
        }
    }
}
