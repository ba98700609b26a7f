import type { ReactNode } from 'react';
import type { Job } from '../../shared/api/types';
import { canBe, MOVES, type Move } from '../../shared/job-table/moves';
import { useMessages } from '../../shared/text/useMessages';
import { Button } from '../../shared/ui/Button';
import styles from './SelectionBar.module.css';

interface SelectionBarProps {
  /** Those that are selected. */
  jobs: Job[];
  busy: boolean;
  onMove: (move: Move, ids: string[]) => void;
  onClear: () => void;
}

/** What can be done with several jobs at once: each command counts those that it is for. */
export function SelectionBar({ jobs, busy, onMove, onClear }: SelectionBarProps): ReactNode {
  const { jobs: text } = useMessages();
  return (
    <div role="group" aria-label={text.selection} className={styles.bar}>
      <span className={styles.number}>{text.selected(jobs.length)}</span>
      {MOVES.map((move) => {
        const ids = jobs.filter((job) => canBe(move, job)).map((job) => job.id);
        return (
          ids.length > 0 && (
            <Button key={move} size="small" busy={busy} onClick={() => onMove(move, ids)}>
              {`${text[move]} (${ids.length})`}
            </Button>
          )
        );
      })}
      <Button size="small" look="quiet" onClick={onClear}>
        {text.clearSelection}
      </Button>
    </div>
  );
}
