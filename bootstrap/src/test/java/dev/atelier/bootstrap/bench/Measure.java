package dev.atelier.bootstrap.bench;

import java.util.Map;
import java.util.Optional;

/// Something that is measured on a fresh database, in a process of its own.
interface Measure {

    /// @return figures by name; `ok` tells whether all counts were right
    Map<String, Object> run(Database database) throws InterruptedException;

    /// What this machine lacks to run it, in a few words.
    default Optional<String> lacking() {
        return Optional.empty();
    }
}
