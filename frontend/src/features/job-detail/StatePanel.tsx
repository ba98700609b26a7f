import { useState, type ReactNode } from 'react';
import { hasEnded, type Job } from '../../shared/api/types';
import { canBe, type Move } from '../../shared/job-table/moves';
import { useMessages } from '../../shared/text/useMessages';
import { Button } from '../../shared/ui/Button';
import { ButtonLink } from '../../shared/ui/ButtonLink';
import { Dialog } from '../../shared/ui/Dialog';
import { ProgressBar } from '../../shared/ui/ProgressBar';
import { StatusBadge } from '../../shared/ui/StatusBadge';
import { expectations } from './expected';
import styles from './StatePanel.module.css';

interface StatePanelProps {
  job: Job;
  now: number;
  moves: readonly Move[];
  busy: boolean;
  onMove: (move: Move) => void;
  /** Where its canvas can be seen; null for jobs of others. */
  studio: string | null;
}

/** How the job stands at this moment, and what can be done about it. */
export function StatePanel({ job, now, moves, busy, onMove, studio }: StatePanelProps): ReactNode {
  const messages = useMessages();
  const { jobPage: text, jobs: words } = messages;
  const [removing, setRemoving] = useState(false);
  const running = job.status === 'processing';
  return (
    <section className={styles.panel} aria-label={text.state}>
      <div className={styles.line} role="status">
        <StatusBadge status={job.status} />
        <span className={styles.outcome}>{text.outcome[job.status]}</span>
      </div>
      {running && (
        <div className={styles.progress}>
          <ProgressBar label={messages.job.progress} value={job.progress === 0 ? null : job.progress} />
          <span className={styles.line}>
            <span>{job.progress_message ?? messages.job.starting}</span>
            <span className={styles.percent}>{`${job.progress} %`}</span>
          </span>
        </div>
      )}
      {expectations(job, now, messages).map((sentence) => (
        <p key={sentence} className={styles.soft}>
          {sentence}
        </p>
      ))}
      {job.error_message !== null && <p className={styles.error}>{job.error_message}</p>}
      <div className={styles.actions}>
        {studio !== null && job.status !== 'failed' && job.status !== 'cancelled' && (
          <ButtonLink to={studio} look={hasEnded(job) ? 'primary' : 'secondary'}>
            {hasEnded(job) ? text.openCanvas : text.openDrawing}
          </ButtonLink>
        )}
        {moves
          .filter((move) => canBe(move, job))
          .map((move) => (
            <Button
              key={move}
              size="small"
              look={move === 'retry' ? 'primary' : 'secondary'}
              busy={busy}
              onClick={() => (move === 'remove' ? setRemoving(true) : onMove(move))}
            >
              {words[move]}
            </Button>
          ))}
      </div>
      {removing && (
        <Dialog
          title={words.confirmRemove(1)}
          onClose={() => setRemoving(false)}
          actions={
            <>
              <Button onClick={() => setRemoving(false)}>{words.keep}</Button>
              <Button look="danger" onClick={() => onMove('remove')}>
                {words.remove}
              </Button>
            </>
          }
        >
          <p>{words.confirmRemoveHint}</p>
        </Dialog>
      )}
    </section>
  );
}
