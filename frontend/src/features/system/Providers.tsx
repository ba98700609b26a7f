import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Provider } from '../../shared/api/types';
import { useAtelier } from '../../shared/atelier/AtelierProvider';
import { asApiError } from '../../shared/atelier/useAsked';
import { clock, duration } from '../../shared/text/times';
import { useMessages } from '../../shared/text/useMessages';
import { ErrorBanner } from '../../shared/ui/ErrorBanner';
import { Section } from '../../shared/ui/Page';
import { Cell, Row, Table } from '../../shared/ui/Table';
import { useNow } from '../../shared/ui/useNow';
import { When } from '../../shared/ui/When';
import styles from './Providers.module.css';
import { listProviders } from './requests/listProviders';
import { EVERY_MS } from './watching';

/** Who draws, and how that went in the last hour. */
export function Providers(): ReactNode {
  const { system: text } = useMessages();
  const { api } = useAtelier();
  const now = useNow(EVERY_MS);
  const { data: providers, error } = useQuery({
    queryKey: ['providers'],
    queryFn: ({ signal }) => listProviders(api, signal),
    refetchInterval: EVERY_MS,
  });
  return (
    <Section title={text.providers}>
      {error !== null && <ErrorBanner error={asApiError(error)} />}
      {providers !== undefined && (
        <Table
          caption={text.providers}
          columns={[
            { key: 'provider', label: text.provider },
            { key: 'state', label: text.state },
            { key: 'calls', label: text.calls, numeric: true },
            { key: 'median', label: text.median, numeric: true },
            { key: 'error', label: text.lastError },
          ]}
        >
          {providers.map((provider) => (
            <ProviderRow key={`${provider.provider} ${provider.model ?? ''}`} provider={provider} now={now} />
          ))}
        </Table>
      )}
    </Section>
  );
}

function ProviderRow({ provider, now }: { provider: Provider; now: number }): ReactNode {
  const { system: text } = useMessages();
  const { calls, failures, median_duration_seconds: median, last_error: problem, last_error_at: at } = provider.last_hour;
  const paused = provider.paused_until !== null && Date.parse(provider.paused_until) > now;
  return (
    <Row>
      <Cell column="provider" label={text.provider}>
        <span>
          {provider.provider}
          {provider.current && <span className={styles.current}>{text.current}</span>}
          {provider.model !== null && <span className={styles.more}>{provider.model}</span>}
        </span>
      </Cell>
      <Cell column="state" label={text.state}>
        <span className={paused ? styles.paused : styles.available}>
          {paused && provider.paused_until !== null ? text.paused(clock(provider.paused_until, true)) : text.available}
        </span>
      </Cell>
      <Cell column="calls" label={text.calls} numeric>
        {text.callsOf(calls, failures)}
      </Cell>
      <Cell column="median" label={text.median} numeric>
        {median === null ? text.none : duration(median)}
      </Cell>
      <Cell column="error" label={text.lastError}>
        <span>
          {problem ?? text.none}
          {at !== null && (
            <span className={styles.more}>
              <When at={at} now={now} />
            </span>
          )}
        </span>
      </Cell>
    </Row>
  );
}
