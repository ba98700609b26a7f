import type { ReactNode } from 'react';
import { useMessages } from '../../shared/text/useMessages';
import styles from './JobList.module.css';
import type { Moves } from './useMoves';

/** In words what became of the last move. Always there, so that a screen reader hears it change. */
export function MoveOutcome({ moves: { outcome }, otherwise }: { moves: Moves; otherwise: string }): ReactNode {
  const { jobs: text } = useMessages();
  const words =
    outcome === null
      ? []
      : [
          ...(outcome.done > 0 ? [text.done[outcome.move](outcome.done)] : []),
          ...(outcome.notDone > 0 ? [text.notDone(outcome.notDone)] : []),
        ];
  return (
    <div className={styles.outcome}>
      <p role="status">{words.join(' ')}</p>
      {words.length === 0 && <p>{otherwise}</p>}
    </div>
  );
}
