package dev.atelier.adapters.postgres;

import dev.atelier.application.port.in.WebhookDelivery;
import dev.atelier.application.port.in.WebhookDelivery.Attempt;
import dev.atelier.application.port.in.WebhookDelivery.Status;
import dev.atelier.application.port.out.WebhookOutbox;
import dev.atelier.application.port.out.WebhookOutbox.Verdict.Delivered;
import dev.atelier.application.port.out.WebhookOutbox.Verdict.GivenUp;
import dev.atelier.application.port.out.WebhookOutbox.Verdict.Gone;
import dev.atelier.application.port.out.WebhookOutbox.Verdict.Retry;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Messages in `webhook_deliveries`.
final class PostgresWebhookOutbox implements WebhookOutbox {

    private final Transactions transactions;
    private final Bell announced;

    PostgresWebhookOutbox(Transactions transactions, Bell announced) {
        this.transactions = transactions;
        this.announced = announced;
    }

    @Override
    public Claim claim(Limits limits, Collection<Delivery> underWay, Duration lease) {
        var taken = List.copyOf(underWay);
        return transactions.each(
                sql -> {
                    var claimed = claimed(sql, limits, taken, lease);
                    return claimed.isEmpty()
                            ? new Claim(claimed, nextDue(sql, limits, taken))
                            : new Claim(claimed, Optional.empty());
                });
    }

    private static List<Delivery> claimed(
            Sql sql, Limits limits, List<Delivery> underWay, Duration lease) {
        var claim =
                sql.createQuery(WebhookSql.CLAIM)
                        .addParam("all", limits.all())
                        .addParam("lease", lease.toString());
        bind(claim, limits, underWay);
        return claim.execute().map(WebhookRow::delivery).toList();
    }

    private static Optional<Instant> nextDue(Sql sql, Limits limits, List<Delivery> underWay) {
        var next = sql.createGet(WebhookSql.NEXT_DUE);
        bind(next, limits, underWay);
        return next.execute().map(row -> new Cells(row).instantOrNull("due"));
    }

    private static void bind(Sql.Call<?> statement, Limits limits, List<Delivery> underWay) {
        statement
                .addParam("per_receiver", limits.perReceiver())
                .addParam("per_user", limits.perUser());
        new Columns<>(statement, underWay)
                .bind("receiver", it -> it.message().to().receiver())
                .bind("user_id", it -> it.message().owner().value());
    }

    @Override
    public void settle(Delivery delivery, Attempt attempt, Verdict verdict) {
        var message = delivery.message();
        transactions.each(
                sql ->
                        sql.createDmlStatement(WebhookSql.SETTLE)
                                .addParam("kept", WebhookDelivery.MAX_ATTEMPTS)
                                .addParam("made", WebhookRow.json(attempt))
                                .addParam("status", status(verdict).word())
                                .addParam("due", due(verdict))
                                .addParam("user_id", message.owner().value())
                                .addParam("job_id", message.id().job().toString())
                                .addParam("version", message.id().version())
                                .addParam("attempt", delivery.attempt())
                                .execute());
    }

    private static Status status(Verdict verdict) {
        return switch (verdict) {
            case Delivered _ -> Status.DELIVERED;
            case Retry _ -> Status.PENDING;
            case GivenUp _ -> Status.FAILED;
            case Gone _ -> Status.GONE;
        };
    }

    private static @Nullable String due(Verdict verdict) {
        return verdict instanceof Retry(var due) ? due.toString() : null;
    }

    @Override
    public Duration overdue() {
        var seconds =
                transactions.each(
                        sql ->
                                sql.createGet(WebhookSql.OVERDUE)
                                        .execute()
                                        .map(row -> new Cells(row).exact("seconds").doubleValue())
                                        .orElse(0.0));
        return Duration.ofMillis(Math.max(0, Math.round(seconds * 1000)));
    }

    @Override
    public void listen(Runnable arrived) {
        announced.listen(arrived);
    }
}
