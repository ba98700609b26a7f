import { useQuery } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import { useAtelier } from '../../shared/atelier/AtelierProvider';
import { asApiError } from '../../shared/atelier/useAsked';
import { useMessages } from '../../shared/text/useMessages';
import { Button } from '../../shared/ui/Button';
import { Empty } from '../../shared/ui/Empty';
import { ErrorBanner } from '../../shared/ui/ErrorBanner';
import { Section } from '../../shared/ui/Page';
import { chartsOf } from './chart';
import { ChartCard } from './ChartCard';
import { showStats } from './requests/showStats';
import styles from './Statistics.module.css';
import { Tiles } from './Tiles';

const EVERY_MS = 15_000;

/** Jobs in numbers and charts: one's own, or everybody's for an administrator. */
export function Statistics({ scope }: { scope: 'mine' | 'all' }): ReactNode {
  const { statistics: text, jobs } = useMessages();
  const { api } = useAtelier();
  const stats = useQuery({
    queryKey: ['stats', scope],
    queryFn: ({ signal }) => showStats(api, scope, signal),
    refetchInterval: EVERY_MS,
  });
  const charts = useMemo(() => chartsOf(stats.data?.by_hour ?? [], text), [stats.data, text]);
  if (stats.data === undefined) {
    return stats.error === null ? (
      <p className={styles.loading}>{text.loading}</p>
    ) : (
      <ErrorBanner
        error={asApiError(stats.error)}
        actions={
          <Button size="small" onClick={() => void stats.refetch()}>
            {jobs.retry}
          </Button>
        }
      />
    );
  }
  if (scope === 'mine' && stats.data.total_jobs === 0 && charts.every((chart) => chart.isEmpty)) {
    return (
      <Empty title={text.empty}>
        <p>{text.emptyHint}</p>
      </Empty>
    );
  }
  return (
    <>
      {stats.error !== null && <ErrorBanner error={asApiError(stats.error)} />}
      <Section title={text.overview} bare>
        <Tiles stats={stats.data} />
      </Section>
      <Section title={text.charts} bare>
        <div className={styles.charts}>
          {charts.map((chart) => (
            <ChartCard key={chart.key} chart={chart} />
          ))}
        </div>
      </Section>
    </>
  );
}
