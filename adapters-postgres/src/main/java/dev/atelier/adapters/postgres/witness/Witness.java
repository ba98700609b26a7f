package dev.atelier.adapters.postgres.witness;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/// Looks at all tables of one schema, harms the connections of those who use it, and takes the
/// schema away in the end.
///
/// Each method throws [dev.atelier.application.port.out.StoreUnavailable] if the database does not
/// answer.
public interface Witness extends AutoCloseable {

    /// The time by the database's own clock, which also tells when an event was written.
    Instant now();

    Tally tally();

    /// Jobs that were running and were taken back, in no order.
    List<Takeover> takeovers();

    /// Ends every connection of applications with these names.
    ///
    /// @return how many there were
    int cut(Collection<String> applications);

    /// Deletes the schema with all that is in it.
    void dropSchema();

    @Override
    void close();
}
