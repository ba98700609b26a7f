import { useMemo, useState, type ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { addressOf, filtersOf, isFiltered } from '../../shared/job-table/filters';
import { JobFiltersBar } from '../../shared/job-table/JobFiltersBar';
import { JobTable } from '../../shared/job-table/JobTable';
import { MOVES, type Move } from '../../shared/job-table/moves';
import { useSelection } from '../../shared/job-table/useSelection';
import { useMessages } from '../../shared/text/useMessages';
import { Button } from '../../shared/ui/Button';
import { Empty } from '../../shared/ui/Empty';
import { ErrorBanner } from '../../shared/ui/ErrorBanner';
import { ConfirmRemoval } from './ConfirmRemoval';
import styles from './JobList.module.css';
import { MoveOutcome } from './MoveOutcome';
import { SelectionBar } from './SelectionBar';
import { useListed } from './useListed';
import { useMoves } from './useMoves';

/** The user's jobs: found by filters that the address keeps, live, one by one or several at once. */
export function JobList(): ReactNode {
  const { jobs: text } = useMessages();
  const [address, setAddress] = useSearchParams();
  const filters = useMemo(() => filtersOf(address), [address]);
  const list = useListed(filters);
  const ids = useMemo(() => list.jobs.map((job) => job.id), [list.jobs]);
  const selection = useSelection(ids);
  const moves = useMoves();
  const [removing, setRemoving] = useState<string[] | null>(null);

  const move = (what: Move, which: string[]): void => {
    if (what === 'remove') {
      setRemoving(which);
    } else {
      moves.run(what, which);
    }
  };
  const selected = list.jobs.filter((job) => selection.has(job.id));

  return (
    <div className={styles.list}>
      <JobFiltersBar filters={filters} onChange={(wanted) => setAddress(addressOf(wanted), { replace: true })} />
      <div className={styles.line}>
        {selected.length > 0 ? (
          <SelectionBar jobs={selected} busy={moves.busy.size > 0} onMove={move} onClear={selection.clear} />
        ) : (
          <MoveOutcome moves={moves} otherwise={list.jobs.length === 0 ? '' : text.end(list.jobs.length, list.hasMore)} />
        )}
      </div>
      {moves.error !== null && <ErrorBanner error={moves.error} onDismiss={moves.clear} />}
      {list.error !== null && (
        <ErrorBanner error={list.error} actions={<Button size="small" onClick={list.refresh}>{text.retry}</Button>} />
      )}
      <div className={styles.frame} aria-busy={list.isLoading}>
        {list.jobs.length > 0 ? (
          <JobTable
            caption={text.table}
            jobs={list.jobs}
            selection={selection}
            pathOf={(job) => `/jobs/${job.id}`}
            moves={MOVES}
            onMove={(what, job) => move(what, [job.id])}
            busy={moves.busy}
          />
        ) : (
          <Nothing isLoading={list.isLoading} failed={list.error !== null} filtered={isFiltered(filters)} />
        )}
      </div>
      {list.hasMore && (
        <Button className={styles.more} busy={list.isLoadingMore} onClick={list.loadMore}>
          {list.isLoadingMore ? text.loadingMore : text.more}
        </Button>
      )}
      {removing !== null && (
        <ConfirmRemoval
          number={removing.length}
          onClose={() => setRemoving(null)}
          onConfirm={() => {
            setRemoving(null);
            moves.run('remove', removing);
          }}
        />
      )}
    </div>
  );
}

function Nothing(props: { isLoading: boolean; failed: boolean; filtered: boolean }): ReactNode {
  const { jobs: text } = useMessages();
  if (props.isLoading) {
    return <p className={styles.loading}>{text.loading}</p>;
  }
  if (props.failed) {
    return null;
  }
  return props.filtered ? (
    <Empty title={text.noMatch}>
      <p>{text.noMatchHint}</p>
    </Empty>
  ) : (
    <Empty title={text.empty}>
      <p>{text.emptyHint}</p>
      <Link to="/">{text.toStudio}</Link>
    </Empty>
  );
}
