import type { ReactNode } from 'react';
import type { Job } from '../api/types';
import { useMessages } from '../text/useMessages';
import { IconButton } from '../ui/Button';
import { CloseIcon, RetryIcon, TrashIcon } from '../ui/icons';
import styles from './JobTable.module.css';
import { canBe, type Move } from './moves';

const PICTURES: Record<Move, ReactNode> = {
  cancel: <CloseIcon />,
  retry: <RetryIcon />,
  remove: <TrashIcon />,
};

interface JobMovesProps {
  job: Job;
  moves: readonly Move[];
  busy: boolean;
  onMove: (move: Move, job: Job) => void;
}

/** What can be done with a job as it stands. */
export function JobMoves({ job, moves, busy, onMove }: JobMovesProps): ReactNode {
  const { jobs: text } = useMessages();
  const title = job.request_data.instructions;
  const names: Record<Move, string> = {
    cancel: text.cancelThe(title),
    retry: text.retryThe(title),
    remove: text.removeThe(title),
  };
  return (
    <div className={styles.moves}>
      {moves
        .filter((move) => canBe(move, job))
        .map((move) => (
          <IconButton key={move} size="small" label={names[move]} busy={busy} onClick={() => onMove(move, job)}>
            {PICTURES[move]}
          </IconButton>
        ))}
    </div>
  );
}
