import { jobsOf, type JobsState } from '../../shared/jobs/jobsState';
import type { TrackedJob } from '../../shared/jobs/trackedJob';
import { matches, type JobFilters } from '../../shared/job-table/filters';

/** How far down the list was asked for. */
export interface Loaded {
  /** The last job of the last page; null where a page had none. */
  oldest: string | null;
  /** Whether there are older ones. */
  more: boolean;
}

/**
 * The rows of the list: whatever the page knows that matches, down to where the list was asked for.
 * Older ones that are known by chance would leave a gap before them.
 */
export function listed(state: JobsState, filters: JobFilters, { oldest, more }: Loaded): TrackedJob[] {
  return jobsOf(state).filter(
    (job) => matches(filters, job) && (!more || (oldest !== null && job.id >= oldest)),
  );
}
