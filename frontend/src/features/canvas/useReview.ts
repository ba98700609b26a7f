import { useEffect, useMemo, useState } from 'react';
import type { TrackedJob } from '../../shared/jobs/trackedJob';
import { changesBetween, type Changes } from './drawing/changes';
import { shownOf, type Editing } from './editing/editing';
import type { CanvasSession } from './editing/session';
import { isKept, rememberKept } from './kept';

export interface Review {
  changes: Changes;
  isDiscarding: boolean;
  keep: () => void;
  discard: () => void;
}

/**
 * The choice that is open after an AI has changed a canvas: the change is the latest version, and
 * nobody has said yet that it may stay. It is told by the versions, so a reload does not lose it.
 */
export function useReview(job: TrackedJob | null, session: CanvasSession | null, editing: Editing): Review | null {
  const [decided, setDecided] = useState<string | null>(null);
  const [discarding, setDiscarding] = useState<string | null>(null);
  const isOpen =
    job !== null &&
    job.id !== decided &&
    !isKept(job.id) &&
    isLatest(job, editing);
  const before = isOpen ? editing.points[editing.at - 1] : undefined;
  const after = shownOf(editing);

  const isOlderMissing = isOpen && before === undefined;
  useEffect(() => {
    if (isOlderMissing) {
      session?.loadOlder().catch(() => undefined);
    }
  }, [session, isOlderMissing]);

  const changes = useMemo(
    () => (before === undefined || after === null ? null : changesBetween(before.items, after.items)),
    [before, after],
  );
  if (!isOpen || changes === null) {
    return null;
  }
  return {
    changes,
    isDiscarding: discarding === job.id,
    keep: () => {
      rememberKept(job.id);
      setDecided(job.id);
    },
    discard: () => {
      setDiscarding(job.id);
      void session?.undo().finally(() => setDiscarding(null));
    },
  };
}

/** Whether what is shown is what this job has made of the canvas. */
function isLatest(job: TrackedJob, editing: Editing): boolean {
  const drawnAt = job.result_data?.objects[0]?.updated_at ?? job.completed_at;
  return (
    job.job_type === 'modify_canvas' &&
    job.status === 'completed' &&
    editing.latest !== null &&
    editing.latest.version > 1 &&
    editing.queue.length === 0 &&
    drawnAt !== null &&
    Date.parse(drawnAt) === Date.parse(editing.latest.updatedAt)
  );
}
