import type { Fetch, TokenProvider } from '../api/authorisedFetch';
import { ApiError } from '../api/errors';
import { absolute, createApi, DEFAULT_BASE_URL, type Api } from '../api/client';
import { hasEnded, type Accepted, type CreateCanvasBody, type ModifyCanvasBody } from '../api/types';
import { jobOf, type LiveEvent } from '../live/events';
import { browser, type Surroundings } from '../live/browser';
import { LiveConnection } from '../live/connection';
import { polling } from '../live/polling';
import { serverSentEvents } from '../live/serverSent';
import { socketEvents } from '../live/socket';
import type { Transport } from '../live/transport';
import { JobsStore } from '../jobs/store';
import type { TrackedJob } from '../jobs/trackedJob';
import { cancelJob } from './requests/cancelJob';
import { createCanvas } from './requests/createCanvas';
import { deleteJob } from './requests/deleteJob';
import { listJobs } from './requests/listJobs';
import { modifyCanvas } from './requests/modifyCanvas';
import { retryJob } from './requests/retryJob';
import { showStatus } from './requests/showStatus';

export interface AtelierSettings {
  /** Where the API is: a path on the page's own host, or an address of another one. */
  baseUrl?: string;
  getToken: TokenProvider;
  /** The ways to hear of what happens, the best first. */
  transports?: Transport[];
  surroundings?: Surroundings;
  fetch?: Fetch;
}

/** How many of the newest jobs are known without anybody asking for more. */
export const NEWEST = 50;

/**
 * What one user's page knows of the service: the jobs, kept up to date by one live connection, and
 * what can be done with them. Plain code: the hooks are views of it.
 */
export class Atelier {
  readonly api: Api;
  readonly jobs = new JobsStore();
  readonly connection: LiveConnection;
  /** Answers under way, so that many who ask at once make one request. */
  private readonly asking = new Map<string, Promise<void>>();
  private readonly unanswered = new Map<string, string>();

  constructor(settings: AtelierSettings) {
    const baseUrl = absolute(settings.baseUrl ?? DEFAULT_BASE_URL);
    this.api = createApi({ ...settings, baseUrl });
    this.connection = new LiveConnection({
      transports: settings.transports ?? [
        serverSentEvents(`${baseUrl}/events`),
        socketEvents(baseUrl),
        polling((signal) => listJobs(this.api, NEWEST, signal)),
      ],
      getToken: settings.getToken,
      surroundings: settings.surroundings ?? browser,
      deliver: (event) => this.deliver(event),
      catchUp: () => void this.loadJobs().catch(() => undefined),
      isBusy: () => Object.values(this.jobs.state().byId).some((job) => !hasEnded(job)),
    });
  }

  job(id: string): TrackedJob | undefined {
    return this.jobs.state().byId[id];
  }

  /** Asks how the newest jobs stand. @throws ApiError */
  loadJobs(): Promise<void> {
    return this.once('', async () => {
      const asOf = this.jobs.state().clock;
      const jobs = await listJobs(this.api, NEWEST);
      this.jobs.dispatch({ type: 'answered', jobs, asOf, list: true });
    });
  }

  /** Asks how one job stands. @throws ApiError `not_found` if the user has no such job */
  loadJob(id: string): Promise<void> {
    return this.once(id, async () => {
      const asOf = this.jobs.state().clock;
      const { job } = await showStatus(this.api, id);
      this.jobs.dispatch({ type: 'answered', jobs: [job], asOf });
    });
  }

  /** @throws ApiError */
  create(body: CreateCanvasBody, signal?: AbortSignal): Promise<Accepted> {
    return this.submit(body, (key) => createCanvas(this.api, body, key, signal));
  }

  /** @throws ApiError */
  modify(body: ModifyCanvasBody, signal?: AbortSignal): Promise<Accepted> {
    return this.submit(body, (key) => modifyCanvas(this.api, body, key, signal));
  }

  /** @throws ApiError `conflict` if it has completed or failed already */
  async cancel(id: string): Promise<void> {
    await cancelJob(this.api, id);
    this.deliver({ type: 'cancelled', id });
  }

  /** @throws ApiError `conflict` unless it has failed or was cancelled */
  async retry(id: string): Promise<void> {
    await retryJob(this.api, id);
    await this.loadJob(id);
  }

  /** Forgets an ended job; its canvas stays. @throws ApiError */
  async forget(id: string): Promise<void> {
    await deleteJob(this.api, id);
    this.jobs.dispatch({ type: 'forgotten', id });
  }

  /** A wish whose answer was lost is the same wish when it is sent again. */
  private async submit(body: object, send: (key: string) => Promise<Accepted>): Promise<Accepted> {
    const wish = JSON.stringify(body);
    const key = this.unanswered.get(wish) ?? newKey();
    this.unanswered.set(wish, key);
    try {
      const accepted = await send(key);
      this.unanswered.delete(wish);
      await this.introduce(accepted.job_id);
      return accepted;
    } catch (cause) {
      if (cause instanceof ApiError && cause.status !== 0) {
        this.unanswered.delete(wish);
      }
      throw cause;
    }
  }

  /** That the job exists is certain, so it is no matter if this fails. */
  private async introduce(id: string): Promise<void> {
    if (this.job(id) === undefined) {
      await this.loadJob(id).catch(() => undefined);
    }
  }

  private deliver(event: LiveEvent): void {
    const unheardOf = event.type !== 'job' && this.job(event.id) === undefined;
    this.jobs.dispatch({ type: 'happened', event });
    if (unheardOf) {
      void this.loadJob(jobOf(event)).catch(() => undefined);
    }
  }

  private once(key: string, ask: () => Promise<void>): Promise<void> {
    const asked = this.asking.get(key);
    if (asked !== undefined) {
      return asked;
    }
    const answer = ask().finally(() => this.asking.delete(key));
    this.asking.set(key, answer);
    return answer;
  }
}

/** Also where a page is not served over TLS, and `crypto.randomUUID` is missing. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
