/// Jobs on PostgreSQL: durable before they are acknowledged, fenced, fair and fast. Only
/// [PostgresAdapter] and its settings are for others. SQL lives in the `…Sql` classes, one per
/// table; the `…Row` classes turn rows into the domain's types and back.
@NullMarked
package dev.atelier.adapters.postgres;

import org.jspecify.annotations.NullMarked;
