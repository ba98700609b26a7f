import type { ReactNode } from 'react';
import type { Job } from '../../shared/api/types';
import { canBe } from '../../shared/job-table/moves';
import type { JobFilters } from '../../shared/job-table/filters';
import { useMessages } from '../../shared/text/useMessages';
import { Button } from '../../shared/ui/Button';
import { statusesFor, type BulkMove, type BulkTarget } from './bulk';
import styles from './EverybodysJobs.module.css';

interface BulkBarProps {
  /** Those that are selected. */
  selected: Job[];
  filters: JobFilters;
  onAsk: (move: BulkMove, target: BulkTarget) => void;
  onClear: () => void;
}

/** Moves of many jobs: of the selected ones, or else of all that match the filters. */
export function BulkBar({ selected, filters, onAsk, onClear }: BulkBarProps): ReactNode {
  const { system: text, jobs } = useMessages();
  const moves: BulkMove[] = ['retry', 'cancel'];
  if (selected.length === 0) {
    return (
      <div role="group" aria-label={text.bulk} className={styles.bulk}>
        {moves
          .filter((move) => statusesFor(move, filters).length > 0)
          .map((move) => (
            <Button key={move} size="small" onClick={() => onAsk(move, { kind: 'matching', filters })}>
              {move === 'retry' ? text.retryMatching : text.cancelMatching}
            </Button>
          ))}
      </div>
    );
  }
  return (
    <div role="group" aria-label={jobs.selection} className={styles.bulk}>
      <span className={styles.number}>{jobs.selected(selected.length)}</span>
      {moves.map((move) => {
        const ids = selected.filter((job) => canBe(move, job)).map((job) => job.id);
        return (
          ids.length > 0 && (
            <Button key={move} size="small" onClick={() => onAsk(move, { kind: 'selected', ids })}>
              {move === 'retry' ? text.retrySelected(ids.length) : text.cancelSelected(ids.length)}
            </Button>
          )
        );
      })}
      <Button size="small" look="quiet" onClick={onClear}>
        {jobs.clearSelection}
      </Button>
    </div>
  );
}
