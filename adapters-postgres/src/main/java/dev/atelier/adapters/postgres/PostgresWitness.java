package dev.atelier.adapters.postgres;

import dev.atelier.adapters.postgres.witness.Takeover;
import dev.atelier.adapters.postgres.witness.Tally;
import dev.atelier.adapters.postgres.witness.Witness;
import dev.atelier.domain.job.WorkerId;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/// [Witness] on connections of its own.
final class PostgresWitness implements Witness {

    private final Connections connections;
    private final Transactions transactions;
    private final String schema;

    /// @param schema checked by [PostgresSettings]
    PostgresWitness(Connections connections, String schema) {
        this.connections = connections;
        this.transactions = connections.transactions();
        this.schema = schema;
    }

    @Override
    public Instant now() {
        return transactions.each(
                sql ->
                        sql.createGet(WitnessSql.NOW)
                                .execute()
                                .map(row -> new Cells(row).instant("now"))
                                .orElseThrow());
    }

    @Override
    public Tally tally() {
        return transactions.each(
                sql ->
                        sql.createGet(WitnessSql.TALLY)
                                .execute()
                                .map(Cells::new)
                                .map(PostgresWitness::tally)
                                .orElseThrow());
    }

    private static Tally tally(Cells row) {
        return new Tally(
                row.number("jobs"),
                row.number("completed"),
                row.number("finished_twice"),
                row.number("still_open"));
    }

    @Override
    public List<Takeover> takeovers() {
        return transactions.each(
                sql ->
                        sql.createQuery(WitnessSql.TAKEOVERS)
                                .execute()
                                .map(Cells::new)
                                .map(PostgresWitness::takeover)
                                .toList());
    }

    private static Takeover takeover(Cells row) {
        return new Takeover(
                new WorkerId(row.uuid("worker")),
                row.instant("started_at"),
                row.instant("taken_at"),
                row.instantOrNull("again_at"));
    }

    @Override
    public int cut(Collection<String> applications) {
        return transactions.each(
                sql ->
                        sql.createGet(WitnessSql.CUT)
                                .addParam("applications", applications.toArray(String[]::new))
                                .execute()
                                .map(row -> new Cells(row).integer("cut"))
                                .orElseThrow());
    }

    @Override
    public void dropSchema() {
        transactions.each(
                sql ->
                        sql.createDmlStatement("drop schema if exists " + schema + " cascade")
                                .execute());
    }

    @Override
    public void close() {
        connections.close();
    }
}
