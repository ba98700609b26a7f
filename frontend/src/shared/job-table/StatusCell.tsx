import type { ReactNode } from 'react';
import type { Job } from '../api/types';
import { useMessages } from '../text/useMessages';
import { ProgressBar } from '../ui/ProgressBar';
import { StatusBadge } from '../ui/StatusBadge';
import styles from './JobTable.module.css';
import { whyItWaits } from './waiting';

/** How a job stands, and beneath it how far it is, why it waits or why it failed. */
export function StatusCell({ job, now }: { job: Job; now: number }): ReactNode {
  const text = useMessages();
  const running = job.status === 'processing';
  const words = job.status === 'failed' ? job.error_message : whyItWaits(job, now, text);
  return (
    <div className={styles.status}>
      <span className={styles.badge}>
        <StatusBadge status={job.status} />
        {running && <span className={styles.percent}>{`${job.progress} %`}</span>}
      </span>
      {running && <ProgressBar label={text.job.progress} value={job.progress === 0 ? null : job.progress} />}
      {words !== null && (
        <span className={styles.reason} title={words}>
          {words}
        </span>
      )}
    </div>
  );
}
