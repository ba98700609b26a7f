import { useEffect, useRef } from 'react';
import { hasEnded, type DrawnResult } from '../../shared/api/types';
import type { TrackedJob } from '../../shared/jobs/trackedJob';

/** Calls back once for a job that was seen going and then completes. */
export function useCompletion(
  job: TrackedJob | null,
  onCompleted: ((result: DrawnResult) => void) | undefined,
): void {
  const going = useRef<string | null>(null);
  useEffect(() => {
    if (job === null) {
      return;
    }
    if (!hasEnded(job)) {
      going.current = job.id;
    } else if (going.current === job.id && job.result_data !== null) {
      going.current = null;
      onCompleted?.(job.result_data);
    }
  }, [job, onCompleted]);
}
