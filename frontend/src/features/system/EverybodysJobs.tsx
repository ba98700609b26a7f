import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useAtelier } from '../../shared/atelier/AtelierProvider';
import { asApiError } from '../../shared/atelier/useAsked';
import { addressOf, filtersOf } from '../../shared/job-table/filters';
import { JobFiltersBar } from '../../shared/job-table/JobFiltersBar';
import { JobTable } from '../../shared/job-table/JobTable';
import { useSelection } from '../../shared/job-table/useSelection';
import { useMessages } from '../../shared/text/useMessages';
import { Button } from '../../shared/ui/Button';
import { Empty } from '../../shared/ui/Empty';
import { ErrorBanner } from '../../shared/ui/ErrorBanner';
import { Section } from '../../shared/ui/Page';
import { outcomeOf, requestOf, type BulkMove, type BulkTarget } from './bulk';
import { BulkBar } from './BulkBar';
import { ConfirmBulk } from './ConfirmBulk';
import styles from './EverybodysJobs.module.css';
import { moveJobs } from './requests/moveJobs';
import { ALL_JOBS, useAllJobs } from './useAllJobs';

interface Asking {
  move: BulkMove;
  target: BulkTarget;
}

const MOVES = ['cancel', 'retry'] as const;

/** Jobs of all users: found by filters that the address keeps, retried and cancelled one by one or many at once. */
export function EverybodysJobs(): ReactNode {
  const messages = useMessages();
  const { system: text, jobs: words } = messages;
  const { api } = useAtelier();
  const queries = useQueryClient();
  const [address, setAddress] = useSearchParams();
  const filters = useMemo(() => filtersOf(address), [address]);
  const list = useAllJobs(filters);
  const selection = useSelection(useMemo(() => list.jobs.map((job) => job.id), [list.jobs]));
  const [asking, ask] = useState<Asking | null>(null);
  const bulk = useMutation({
    mutationFn: ({ move, target }: Asking) => moveJobs(api, move, requestOf(target)),
    onSettled: () => queries.invalidateQueries({ queryKey: [ALL_JOBS] }),
  });
  const run = (what: Asking) =>
    bulk.mutate(what, {
      onSettled: () => {
        ask(null);
        selection.clear();
      },
    });
  const busy = bulk.isPending && bulk.variables.target.kind === 'selected' ? bulk.variables.target.ids : [];

  return (
    <Section title={text.jobs} bare>
      <div className={styles.list}>
        <JobFiltersBar users filters={filters} onChange={(wanted) => setAddress(addressOf(wanted), { replace: true })} />
        <BulkBar
          selected={list.jobs.filter((job) => selection.has(job.id))}
          filters={filters}
          onAsk={(move, target) => ask({ move, target })}
          onClear={selection.clear}
        />
        <p role="status" className={styles.outcome}>
          {bulk.data !== undefined && outcomeOf(bulk.variables.move, bulk.data, messages)}
        </p>
        {bulk.error !== null && <ErrorBanner error={asApiError(bulk.error)} onDismiss={bulk.reset} />}
        {list.error !== null && <ErrorBanner error={list.error} />}
        <div className={styles.frame} aria-busy={list.isLoading}>
          {list.jobs.length > 0 ? (
            <JobTable
              caption={text.jobsTable}
              jobs={list.jobs}
              owners
              selection={selection}
              pathOf={(job) => `/system/jobs/${job.id}`}
              moves={MOVES}
              onMove={(move, job) =>
                move !== 'remove' && run({ move, target: { kind: 'selected', ids: [job.id] } })
              }
              busy={new Set(busy)}
            />
          ) : (
            list.error === null && <Empty title={list.isLoading ? words.loading : words.noMatch} />
          )}
        </div>
        {list.hasMore && (
          <Button className={styles.more} busy={list.isLoadingMore} onClick={list.loadMore}>
            {list.isLoadingMore ? words.loadingMore : words.more}
          </Button>
        )}
      </div>
      {asking !== null && (
        <ConfirmBulk
          {...asking}
          jobs={list.jobs}
          busy={bulk.isPending}
          onClose={() => ask(null)}
          onConfirm={() => run(asking)}
        />
      )}
    </Section>
  );
}
