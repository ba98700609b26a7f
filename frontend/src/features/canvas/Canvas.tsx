import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { hasEnded } from '../../shared/api/types';
import { useJob } from '../../shared/atelier/useJob';
import { canvasOf } from '../../shared/jobs/canvasOf';
import type { TrackedJob } from '../../shared/jobs/trackedJob';
import { useMessages } from '../../shared/text/useMessages';
import { Button } from '../../shared/ui/Button';
import { ErrorBanner } from '../../shared/ui/ErrorBanner';
import { CanvasPlaceholder } from './CanvasPlaceholder';
import styles from './CanvasPlaceholder.module.css';
import { shownOf } from './editing/editing';
import { useSession, type OpenCanvas } from './editing/useSession';
import { useReview, type Review } from './useReview';

const loadWorkspace = () => import('./Workspace');
const Workspace = lazy(loadWorkspace);

/** What a job has drawn, as a canvas to work on; while it draws, what there is of it so far. */
export function Canvas({ jobId }: { jobId: string | null }): ReactNode {
  const text = useMessages().canvas;
  const { job, error, refresh } = useJob(jobId);
  const canvasId = canvasOf(job);
  const open = useSession(canvasId, job === null ? '' : `${job.id} ${job.status}`);
  const review = useReview(job, open.session, open.editing);
  const objects = objectsOf(job, open);
  const problem = job === null ? error : objects === 0 ? open.error : null;
  const [isLoaded, setLoaded] = useState(false);
  // Ahead of the first canvas. Where it fails, it fails again when it is needed, and that is shown.
  useEffect(() => {
    loadWorkspace().then(
      () => setLoaded(true),
      () => undefined,
    );
  }, []);

  return (
    <section
      className={styles.view}
      aria-label={text.title}
      aria-busy={jobId !== null && problem === null && (job === null || !hasEnded(job))}
      data-state={job !== null && objects > 0 && !isLoaded ? 'loading' : stateOf(jobId, job, open, review, problem !== null)}
      data-objects={objects}
    >
      {problem !== null ? (
        <div className={styles.problem}>
          <ErrorBanner
            error={problem}
            actions={
              <Button size="small" onClick={job === null ? refresh : open.refresh}>
                {text.tryAgain}
              </Button>
            }
          />
        </div>
      ) : job !== null && objects > 0 ? (
        <Opened job={job} open={open} review={review} />
      ) : (
        <CanvasPlaceholder waitsFor={jobId === null ? 'wish' : (job?.status ?? 'answer')} />
      )}
    </section>
  );
}

/** Of one canvas after another: the objects of one are not to glide to the places of the next. */
function Opened({ job, open, review }: { job: TrackedJob; open: OpenCanvas; review: Review | null }): ReactNode {
  const key = job.request_data.canvas_id ?? job.id;
  const [first, setFirst] = useState({ key, startsAtRest: hasEnded(job) && !wasSeenRunning(job) });
  if (first.key !== key) {
    setFirst({ key, startsAtRest: hasEnded(job) && !wasSeenRunning(job) });
  }
  return (
    <Suspense fallback={<CanvasPlaceholder waitsFor="answer" />}>
      <Workspace key={key} job={job} open={open} review={review} startsAtRest={first.startsAtRest} />
    </Suspense>
  );
}

/** A job that has ended a moment ago was waited for: its drawing may appear object by object. */
const A_MOMENT_MS = 3_000;

function wasSeenRunning(job: TrackedJob): boolean {
  return !job.complete || (job.completed_at !== null && Date.now() - Date.parse(job.completed_at) < A_MOMENT_MS);
}

function objectsOf(job: TrackedJob | null, { editing }: OpenCanvas): number {
  if (job !== null && !hasEnded(job) && job.drawing !== null) {
    return job.drawing.objects.length;
  }
  return shownOf(editing)?.items.length ?? job?.result_data?.objects.length ?? 0;
}

type State = 'empty' | 'waiting' | 'drawing' | 'loading' | 'failed' | 'review' | 'saving' | 'unsaved' | 'ready';

function stateOf(
  jobId: string | null,
  job: TrackedJob | null,
  { editing }: OpenCanvas,
  review: Review | null,
  isFailed: boolean,
): State {
  if (jobId === null) {
    return 'empty';
  }
  if (isFailed) {
    return 'failed';
  }
  if (job === null) {
    return 'loading';
  }
  if (!hasEnded(job)) {
    return job.status === 'queued' ? 'waiting' : 'drawing';
  }
  if (editing.latest === null) {
    return job.status === 'completed' || job.request_data.canvas_id !== null ? 'loading' : 'failed';
  }
  if (review !== null) {
    return 'review';
  }
  return editing.trouble !== null ? 'unsaved' : editing.queue.length > 0 ? 'saving' : 'ready';
}
