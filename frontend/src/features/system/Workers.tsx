import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useAtelier } from '../../shared/atelier/AtelierProvider';
import { asApiError } from '../../shared/atelier/useAsked';
import { useMessages } from '../../shared/text/useMessages';
import { Empty } from '../../shared/ui/Empty';
import { ErrorBanner } from '../../shared/ui/ErrorBanner';
import { Section } from '../../shared/ui/Page';
import { Cell, Row, Table } from '../../shared/ui/Table';
import { useNow } from '../../shared/ui/useNow';
import { When } from '../../shared/ui/When';
import { listWorkers } from './requests/listWorkers';
import { EVERY_MS } from './watching';

/** The processes that run jobs, and how busy they are. */
export function Workers(): ReactNode {
  const { system: text } = useMessages();
  const { api } = useAtelier();
  const now = useNow(EVERY_MS);
  const { data: workers, error } = useQuery({
    queryKey: ['workers'],
    queryFn: ({ signal }) => listWorkers(api, signal),
    refetchInterval: EVERY_MS,
  });
  return (
    <Section title={text.workers} aside={workers !== undefined && <span>{text.workersAlive(workers.length)}</span>}>
      {error !== null && <ErrorBanner error={asApiError(error)} />}
      {workers?.length === 0 && <Empty title={text.noWorkers} />}
      {workers !== undefined && workers.length > 0 && (
        <Table
          caption={text.workers}
          columns={[
            { key: 'worker', label: text.worker },
            { key: 'busy', label: text.busy, numeric: true },
            { key: 'since', label: text.since },
            { key: 'heartbeat', label: text.heartbeat },
          ]}
        >
          {workers.map((worker) => (
            <Row key={worker.id}>
              <Cell column="worker" label={text.worker}>
                <code title={worker.id}>{worker.id.slice(-8)}</code>
              </Cell>
              <Cell column="busy" label={text.busy} numeric>
                {text.slots(worker.running, worker.slots)}
              </Cell>
              <Cell column="since" label={text.since}>
                <When at={worker.started_at} now={now} />
              </Cell>
              <Cell column="heartbeat" label={text.heartbeat}>
                <When at={worker.heartbeat_at} now={now} />
              </Cell>
            </Row>
          ))}
        </Table>
      )}
    </Section>
  );
}
