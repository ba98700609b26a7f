import { useEffect, useRef } from 'react';
import { useAtelier } from '../../shared/atelier/AtelierProvider';
import type { TrackedJob } from '../../shared/jobs/trackedJob';

/**
 * Events tell of a move but not of all that it changed, such as when a job ended or why it waits. Each listed job that
 * has come to rest so is asked for, once for every move.
 */
export function useSettled(jobs: TrackedJob[]): void {
  const atelier = useAtelier();
  const asked = useRef(new Set<string>());
  useEffect(() => {
    for (const { id, status, complete, heardAt } of jobs) {
      const move = `${id} ${heardAt}`;
      if (!complete && status !== 'processing' && !asked.current.has(move)) {
        asked.current.add(move);
        atelier.loadJob(id).catch(() => undefined);
      }
    }
  }, [atelier, jobs]);
}
