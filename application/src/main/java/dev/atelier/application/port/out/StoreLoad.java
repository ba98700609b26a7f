package dev.atelier.application.port.out;

import dev.atelier.application.port.in.Distribution;

import java.util.Map;

/// How hard this process works its store. It asks nobody, so it answers during an outage too.
public interface StoreLoad {

    Load now();

    /// @param waiting for a connection
    /// @param batches how many writes were committed together, by what they do: `submissions` or
    ///   `settlements`
    record Load(
            int connectionsInUse,
            int connectionsMax,
            int waiting,
            Map<String, Distribution> batches) {}
}
