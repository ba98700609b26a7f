package dev.atelier.adapters.http.json;

import dev.atelier.domain.InvalidValue;
import dev.atelier.domain.PlainText;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Everything that is wrong with one request, gathered so that it can be told at once.
public final class Findings {

    private static final int MAX_NAME_LENGTH = 64;

    private final Map<String, List<String>> details = new LinkedHashMap<>();

    public void add(String name, String problem) {
        details.computeIfAbsent(shown(name), _ -> new ArrayList<>()).add(problem);
    }

    /// @return the value, or nothing if it broke a rule of its type, which is then noted
    public <T> Optional<T> check(String name, Supplier<T> value) {
        try {
            return Optional.of(value.get());
        } catch (InvalidValue e) {
            add(name, Optional.ofNullable(e.getMessage()).orElse("is invalid"));
            return Optional.empty();
        }
    }

    /// @throws InvalidRequest if anything is wrong
    public void requireNone() {
        if (!details.isEmpty()) {
            throw new InvalidRequest(details);
        }
    }

    /// A name may come from the client, who is free to choose what no JSON text can hold.
    private static String shown(String name) {
        var clean = PlainText.clean(name);
        return clean.length() <= MAX_NAME_LENGTH
                ? clean
                : PlainText.clean(clean.substring(0, MAX_NAME_LENGTH)) + "…";
    }
}
