package dev.atelier.adapters.http.jobs;

import dev.atelier.domain.InvalidValue;

/// Whose jobs are meant.
final class Scope {

    private Scope() {}

    static boolean isAll(String word) {
        return switch (word) {
            case "all" -> true;
            case "mine" -> false;
            default -> throw new InvalidValue("must be mine or all");
        };
    }
}
