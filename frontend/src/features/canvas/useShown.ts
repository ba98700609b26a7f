import { useMemo, useState } from 'react';
import { hasEnded } from '../../shared/api/types';
import type { TrackedJob } from '../../shared/jobs/trackedJob';
import { itemsOf, type Item } from './drawing/item';
import { shownOf, type Editing } from './editing/editing';

/**
 * What is on the canvas now: what the running job has drawn so far, else what it drew until the
 * service has answered with the canvas itself, else the canvas under its owner's hands. Where these
 * look the same they are the same, so that nothing moves when one takes over from the other.
 */
export function useShown(job: TrackedJob, editing: Editing): readonly Item[] {
  const items = useMemo(() => {
    const point = shownOf(editing);
    if (!hasEnded(job)) {
      return job.drawing === null ? (point?.items ?? []) : itemsOf(job.drawing.objects);
    }
    return isAhead(job, editing) ? itemsOf(job.result_data?.objects ?? []) : (point?.items ?? []);
  }, [job, editing]);

  const [shown, setShown] = useState(items);
  if (shown !== items && !isSame(shown, items)) {
    setShown(items);
    return items;
  }
  return shown;
}

/** Whether the job's result is newer than what is known of the canvas. */
function isAhead(job: TrackedJob, editing: Editing): boolean {
  const drawnAt = job.result_data?.objects[0]?.updated_at;
  const isWhole = job.job_type === 'modify_canvas' || job.request_data.canvas_id === null;
  return (
    drawnAt !== undefined &&
    isWhole &&
    (editing.latest === null || Date.parse(drawnAt) > Date.parse(editing.latest.updatedAt))
  );
}

function isSame(one: readonly Item[], other: readonly Item[]): boolean {
  return one.length === other.length && JSON.stringify(one) === JSON.stringify(other);
}
