package dev.atelier.adapters.http.json;

import dev.atelier.domain.InvalidValue;

import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A choice, as clients write it.
public final class Words {

    private Words() {}

    /// @param values all there are
    /// @param name what each is called on the wire
    /// @return finds a value by its name; anything else is an [InvalidValue] that tells the names
    public static <T> Function<String, T> of(T[] values, Function<T, String> name) {
        return text ->
                Stream.of(values)
                        .filter(value -> name.apply(value).equals(text))
                        .findFirst()
                        .orElseThrow(() -> unknown(Stream.of(values).map(name)));
    }

    private static InvalidValue unknown(Stream<String> names) {
        return new InvalidValue(names.collect(Collectors.joining(", ", "must be one of ", "")));
    }
}
