package dev.atelier.adapters.postgres;

/// What became of the tables.
///
/// @param version that they are at now
/// @param steps that it took to get there; none if they were there already
public record Migrated(String version, int steps) {

    @Override
    public String toString() {
        return steps == 0
                ? "the tables are at version %s already".formatted(version)
                : "the tables are at version %s, by %d migrations".formatted(version, steps);
    }
}
