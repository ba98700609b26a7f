package dev.atelier.adapters.postgres;

import dev.atelier.domain.InvalidValue;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// Where the database is and how it is used.
///
/// @param url `postgresql://user:password@host:5432/database?sslmode=…` as platforms hand it out,
///   or the JDBC form; several hosts and all parameters of either form are understood
/// @param user wins over the one in the URL, if given
/// @param password wins over the one in the URL, if given
/// @param poolSize connections at most, beside one that listens
/// @param lease how long a worker may be silent before its jobs go to others
/// @param jobsPerUser running jobs that one user may have at a time; no limit if null
/// @param schema where the tables are; the connection's own if null
/// @param directUrl leads to the server itself where `url` leads to a pooler: needed to listen and
///   to bring the tables up to date
public record PostgresSettings(
        String url,
        @Nullable String user,
        @Nullable String password,
        int poolSize,
        Duration lease,
        @Nullable Integer jobsPerUser,
        @Nullable String schema,
        @Nullable String directUrl) {

    public PostgresSettings {
        if (poolSize < 2) {
            throw new InvalidValue("the connection pool must have at least 2 connections");
        }
        if (!lease.isPositive()) {
            throw new InvalidValue("the lease must be positive");
        }
        if (jobsPerUser != null && jobsPerUser < 1) {
            throw new InvalidValue("a user must be allowed at least one running job");
        }
        if (schema != null && !schema.matches("[a-z_][a-z0-9_]{0,62}")) {
            throw new InvalidValue("a schema must be a lower-case SQL name");
        }
        if (directUrl != null) {
            DatabaseUrl.parse(directUrl);
        }
    }

    /// A database used as usual: 10 connections, a lease of 30 seconds, no limit per user.
    public static PostgresSettings at(String url) {
        return new PostgresSettings(url, null, null, 10, Duration.ofSeconds(30), null, null, null);
    }

    public PostgresSettings withUrl(String address) {
        return new PostgresSettings(
                address, user, password, poolSize, lease, jobsPerUser, schema, directUrl);
    }

    public PostgresSettings withPoolSize(int connections) {
        return new PostgresSettings(
                url, user, password, connections, lease, jobsPerUser, schema, directUrl);
    }

    public PostgresSettings withLease(Duration time) {
        return new PostgresSettings(
                url, user, password, poolSize, time, jobsPerUser, schema, directUrl);
    }

    public PostgresSettings withJobsPerUser(@Nullable Integer limit) {
        return new PostgresSettings(url, user, password, poolSize, lease, limit, schema, directUrl);
    }

    public PostgresSettings withSchema(@Nullable String name) {
        return new PostgresSettings(
                url, user, password, poolSize, lease, jobsPerUser, name, directUrl);
    }

    public PostgresSettings withDirectUrl(@Nullable String address) {
        return new PostgresSettings(
                url, user, password, poolSize, lease, jobsPerUser, schema, address);
    }

    /// Says nothing that would be a pity to find in a log.
    @Override
    public String toString() {
        return "PostgresSettings[poolSize=%d, lease=%s, jobsPerUser=%s, schema=%s]"
                .formatted(poolSize, lease, jobsPerUser, schema);
    }
}
