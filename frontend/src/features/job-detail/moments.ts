import type { HistoryEvent, JobStatus } from '../../shared/api/types';
import { between } from '../../shared/text/times';

/** An event of a job's history, with what only the events before it tell. */
export interface Moment {
  event: HistoryEvent;
  /** The attempt that it belongs to; 0 before the first. */
  attempt: number;
  /** Seconds since the event before; null for the first. */
  later: number | null;
}

/** @param events the oldest first */
export function momentsOf(events: HistoryEvent[]): Moment[] {
  let attempt = 0;
  return events.map((event, index) => {
    const before = events[index - 1];
    attempt += event.type === 'started' ? 1 : 0;
    const moment = {
      event,
      attempt,
      later: before === undefined ? null : Math.max(0, between(before.at, event.at)),
    };
    // Given back is not spent: the next one has the same number.
    attempt -= event.type === 'released' ? 1 : 0;
    return moment;
  });
}

/** How the job stood after an event, for its colour. */
export function statusAfter({ type }: HistoryEvent): JobStatus {
  switch (type) {
    case 'queued':
    case 'released':
    case 'retried':
      return 'queued';
    case 'started':
      return 'processing';
    case 'requeued':
    case 'failed':
      return 'failed';
    case 'completed':
      return 'completed';
    case 'cancelled':
      return 'cancelled';
  }
}
