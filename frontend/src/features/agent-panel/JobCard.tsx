import { useState, type ReactNode } from 'react';
import { hasEnded } from '../../shared/api/types';
import type { TrackedJob } from '../../shared/jobs/trackedJob';
import type { Messages } from '../../shared/text/messages';
import { useMessages } from '../../shared/text/useMessages';
import { Banner } from '../../shared/ui/Banner';
import { Button } from '../../shared/ui/Button';
import { RetryIcon } from '../../shared/ui/icons';
import { ProgressBar } from '../../shared/ui/ProgressBar';
import { StatusBadge } from '../../shared/ui/StatusBadge';
import styles from './JobCard.module.css';
import { roughly, untilDone, untilStart } from './timeLeft';
import { useNow } from './useNow';

interface JobCardProps {
  job: TrackedJob;
  onCancel: () => Promise<void>;
  onRetry: () => Promise<void>;
}

/** How the chosen job goes, and what can be done about it. */
export function JobCard({ job, onCancel, onRetry }: JobCardProps): ReactNode {
  const text = useMessages().job;
  const [busy, setBusy] = useState(false);
  const run = (action: () => Promise<void>) => () => {
    setBusy(true);
    // What went wrong is shown by the panel.
    action().catch(() => undefined).finally(() => setBusy(false));
  };

  if (job.status === 'failed' || job.status === 'cancelled') {
    return (
      <Banner
        tone={job.status === 'failed' ? 'bad' : 'wait'}
        title={job.status === 'failed' ? text.failedTitle : text.cancelledTitle}
        actions={
          <Button size="small" busy={busy} onClick={run(onRetry)}>
            <RetryIcon /> {busy ? text.retrying : text.retry}
          </Button>
        }
      >
        {job.status === 'failed' && <p>{job.error_message ?? text.failedHint}</p>}
      </Banner>
    );
  }
  if (hasEnded(job)) {
    return null;
  }
  return <Going job={job} busy={busy} onCancel={run(onCancel)} />;
}

function Going({ job, busy, onCancel }: { job: TrackedJob; busy: boolean; onCancel: () => void }): ReactNode {
  const text = useMessages().job;
  const now = useNow(true);
  const running = job.status === 'processing';
  const time = running ? untilDone(job, now) : untilStart(job, now);
  return (
    <section className={styles.card} aria-label={text.progress}>
      <div className={styles.line}>
        <StatusBadge status={job.status} />
        <span className={styles.time}>
          {time !== null && (running ? text.left : text.startsIn)(roughly(time, text))}
        </span>
      </div>
      <ProgressBar label={text.progress} value={running && job.progress > 0 ? job.progress : null} />
      <div className={styles.line}>
        <p className={styles.message} aria-live="polite">
          {running ? (job.progress_message ?? text.starting) : whyWaiting(job, text)}
        </p>
        <Button size="small" look="quiet" busy={busy} onClick={onCancel}>
          {busy ? text.cancelling : text.cancel}
        </Button>
      </div>
      {!running && job.error_message !== null && <p className={styles.error}>{job.error_message}</p>}
    </section>
  );
}

function whyWaiting(job: TrackedJob, text: Messages['job']): string {
  const reason = job.waiting?.reason ?? (job.retry_count > 0 ? 'retry_backoff' : 'queue');
  if (reason === 'queue' && job.queue_position !== null) {
    return job.queue_position === 0 ? text.next : text.ahead(job.queue_position);
  }
  return text.waiting[reason];
}
