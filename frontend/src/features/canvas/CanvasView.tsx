import type { ReactNode } from 'react';
import { useJob } from '../../shared/atelier/useJob';
import { titleOf } from '../../shared/jobs/naming';
import type { TrackedJob } from '../../shared/jobs/trackedJob';
import { useMessages } from '../../shared/text/useMessages';
import { ErrorBanner } from '../../shared/ui/ErrorBanner';
import { CanvasPlaceholder } from './CanvasPlaceholder';
import styles from './CanvasView.module.css';
import { usePicture } from './usePicture';

/** What a job has drawn, as a picture; until then, how far it is. */
export function CanvasView({ jobId }: { jobId: string | null }): ReactNode {
  const text = useMessages().view;
  const { job, error } = useJob(jobId);
  const done = job?.status === 'completed' ? job : null;
  const picture = usePicture(done?.canvas_id ?? null);
  const problem = job === null ? error : (picture?.error ?? null);

  return (
    <section className={styles.view} aria-label={text.title} aria-busy={jobId !== null && picture === null}>
      {problem !== null ? (
        <div className={styles.problem}>
          <ErrorBanner error={problem} />
        </div>
      ) : done !== null && picture?.url ? (
        <Finished job={done} url={picture.url} />
      ) : (
        <CanvasPlaceholder waitsFor={jobId === null ? 'wish' : (job?.status ?? 'answer')} />
      )}
    </section>
  );
}

function Finished({ job, url }: { job: TrackedJob; url: string }): ReactNode {
  const text = useMessages().view;
  return (
    <figure className={styles.figure}>
      <img className={styles.picture} src={url} alt={text.picture(titleOf(job))} />
      <figcaption className={styles.caption}>{titleOf(job)}</figcaption>
    </figure>
  );
}
