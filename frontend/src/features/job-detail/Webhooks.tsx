import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Job, WebhookDelivery } from '../../shared/api/types';
import { useAtelier } from '../../shared/atelier/AtelierProvider';
import { asApiError } from '../../shared/atelier/useAsked';
import { clock, duration, exact, relative } from '../../shared/text/times';
import { useMessages } from '../../shared/text/useMessages';
import { Button } from '../../shared/ui/Button';
import { ErrorBanner } from '../../shared/ui/ErrorBanner';
import { Section } from '../../shared/ui/Page';
import { Cell, Row, Table } from '../../shared/ui/Table';
import { listWebhooks } from './requests/listWebhooks';
import { redeliver } from './requests/redeliver';
import styles from './Webhooks.module.css';

const WATCH_MS = 5_000;

interface WebhooksProps {
  id: string;
  webhook: NonNullable<Job['webhook']>;
  now: number;
}

/** What the job's receiver was told, and how that went. */
export function Webhooks({ id, webhook, now }: WebhooksProps): ReactNode {
  const { jobPage: text } = useMessages();
  const { api } = useAtelier();
  const queries = useQueryClient();
  const sent = webhook.status !== 'waiting';
  const deliveries = useQuery({
    queryKey: ['webhooks', id],
    queryFn: ({ signal }) => listWebhooks(api, id, signal),
    enabled: sent,
    refetchInterval: ({ state }) => (state.data?.some(({ status }) => status === 'pending') === true ? WATCH_MS : false),
  });
  const again = useMutation({
    mutationFn: () => redeliver(api, id),
    onSettled: () => queries.invalidateQueries({ queryKey: ['webhooks', id] }),
  });
  const problem = again.error ?? deliveries.error;
  return (
    <Section
      title={text.webhook}
      aside={
        sent && (
          <Button size="small" busy={again.isPending} onClick={() => again.mutate()}>
            {again.isPending ? text.redelivering : text.redeliver}
          </Button>
        )
      }
    >
      <p role="status" className="sr-only">
        {again.isSuccess ? text.redelivered : ''}
      </p>
      {problem !== null && <ErrorBanner error={asApiError(problem)} />}
      {!sent && <p className={styles.words}>{text.webhookStates.waiting}</p>}
      {deliveries.data?.map((delivery) => <Delivery key={delivery.id} delivery={delivery} now={now} />)}
    </Section>
  );
}

function Delivery({ delivery, now }: { delivery: WebhookDelivery; now: number }): ReactNode {
  const { jobPage: text } = useMessages();
  const next = delivery.next_attempt_at;
  return (
    <div className={styles.delivery}>
      <p className={styles.words}>
        <strong>{text.webhookStates[delivery.status]}</strong>
        {next !== null && ` ${text.nextTry(relative(next, now))}`}
        <span className={styles.url}>{`${delivery.type} → ${delivery.url}`}</span>
      </p>
      {delivery.attempts.length > 0 && (
        <Table
          caption={text.webhookTable}
          columns={[
            { key: 'at', label: text.at },
            { key: 'answer', label: text.answer },
            { key: 'took', label: text.duration, numeric: true },
            { key: 'error', label: text.result },
          ]}
        >
          {delivery.attempts.toReversed().map((attempt) => (
            <Row key={attempt.number}>
              <Cell column="at" label={text.at}>
                <time dateTime={attempt.at} title={exact(attempt.at)}>
                  {clock(attempt.at, true)}
                </time>
              </Cell>
              <Cell column="answer" label={text.answer}>
                {attempt.status_code ?? text.noAnswer}
              </Cell>
              <Cell column="took" label={text.duration} numeric>
                {duration(attempt.duration_seconds)}
              </Cell>
              <Cell column="error" label={text.result}>
                {attempt.error ?? text.webhookStates.delivered}
              </Cell>
            </Row>
          ))}
        </Table>
      )}
    </div>
  );
}
