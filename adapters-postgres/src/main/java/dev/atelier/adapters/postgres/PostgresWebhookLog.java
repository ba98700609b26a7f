package dev.atelier.adapters.postgres;

import dev.atelier.application.port.in.WebhookDelivery;
import dev.atelier.application.port.out.WebhookLog;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.UserId;

import java.util.List;

/// What became of the messages in `webhook_deliveries`.
final class PostgresWebhookLog implements WebhookLog {

    private final Transactions transactions;
    private final Bell announced;

    PostgresWebhookLog(Transactions transactions, Bell announced) {
        this.transactions = transactions;
        this.announced = announced;
    }

    @Override
    public List<WebhookDelivery> deliveries(JobId id, UserId owner, int limit) {
        return transactions.each(
                sql ->
                        sql.createQuery(WebhookSql.OF_JOB)
                                .addParam("user_id", owner.value())
                                .addParam("job_id", id.toString())
                                .addParam("limit", limit)
                                .execute()
                                .map(WebhookRow::read)
                                .toList());
    }

    @Override
    public boolean sendAgain(JobId id, UserId owner) {
        var made =
                transactions.each(
                        sql ->
                                sql.createDmlStatement(WebhookSql.SEND_AGAIN)
                                        .addParam("user_id", owner.value())
                                        .addParam("job_id", id.toString())
                                        .execute());
        if (made > 0) {
            announced.ring();
        }
        return made > 0;
    }
}
