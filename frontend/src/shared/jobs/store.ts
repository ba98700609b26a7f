import { jobsReducer, NO_JOBS, type JobsAction, type JobsState } from './jobsState';

/** Holds the jobs of a page, for `useSyncExternalStore`. */
export class JobsStore {
  private current = NO_JOBS;
  private readonly listeners = new Set<() => void>();

  readonly state = (): JobsState => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  dispatch(action: JobsAction): void {
    const before = this.current;
    this.current = jobsReducer(before, action);
    if (this.current !== before) {
      this.listeners.forEach((listener) => listener());
    }
  }
}
