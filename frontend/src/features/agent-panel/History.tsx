import type { ReactNode } from 'react';
import type { TrackedJob } from '../../shared/jobs/trackedJob';
import { titleOf, whenOf } from '../../shared/jobs/naming';
import { useMessages } from '../../shared/text/useMessages';
import { classes } from '../../shared/ui/classes';
import { StatusBadge } from '../../shared/ui/StatusBadge';
import styles from './History.module.css';

interface HistoryProps {
  jobs: TrackedJob[];
  chosen: string | null;
  onChoose: (id: string) => void;
}

/** What was asked for before, the newest first. */
export function History({ jobs, chosen, onChoose }: HistoryProps): ReactNode {
  const text = useMessages();
  if (jobs.length === 0) {
    return <p className={styles.empty}>{text.panel.historyEmpty}</p>;
  }
  return (
    <ul className={styles.list}>
      {jobs.map((job) => (
        <li key={job.id}>
          <button
            type="button"
            className={classes(styles.job, job.id === chosen && styles.chosen)}
            aria-current={job.id === chosen ? 'true' : undefined}
            onClick={() => onChoose(job.id)}
          >
            <span className={styles.title}>{titleOf(job)}</span>
            <span className={styles.line}>
              <StatusBadge status={job.status} />
              <span>{job.status === 'processing' && job.progress > 0 ? `${job.progress} %` : whenOf(job.created_at)}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
