import type { Api } from '../../../shared/api/client';
import { ApiError, type ErrorKind } from '../../../shared/api/errors';
import { asApiError } from '../../../shared/atelier/useAsked';
import type { Canvas, CanvasEdit } from '../../../shared/api/types';
import { itemsOf } from '../drawing/item';
import { canRedo, editingReducer, NOT_LOADED, shownOf, type Change, type Editing, type EditingAction } from './editing';
import { isDone } from './edits';
import { editCanvas, loadCanvas, restoreCanvas } from './requests';

/** Arrow keys come in bursts: a burst is kept once. */
const BURST_MS = 400;
const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 30_000;
/** With these the same request may do well a little later. */
const PASSING: ReadonlySet<ErrorKind> = new Set(['network', 'timeout', 'unavailable', 'rate_limited', 'unauthenticated', 'unexpected']);

/**
 * One canvas that is edited here. Gestures show at once and are kept one after the other; it goes on
 * keeping them when nobody looks any more. Plain code: the hook is a view of it.
 */
export class CanvasSession {
  readonly canvasId: string;
  private readonly api: Api;
  private current = NOT_LOADED;
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private retries = 0;

  constructor(api: Api, canvasId: string) {
    this.api = api;
    this.canvasId = canvasId;
  }

  readonly state = (): Editing => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Looks whether the canvas is as it is shown here. @throws ApiError `not_found` */
  async load(): Promise<void> {
    const canvas = await loadCanvas(this.api, this.canvasId);
    this.dispatch({ type: 'loaded', canvas });
  }

  /** Makes sure that the step before what is shown is known, if there is one. @throws ApiError */
  async loadOlder(): Promise<void> {
    const since = this.current.points[0]?.since ?? 1;
    if (this.current.at === 0 && since > 1) {
      const canvas = await loadCanvas(this.api, this.canvasId, since - 1);
      this.dispatch({ type: 'found_older', canvas });
    }
  }

  edit(edits: readonly CanvasEdit[], isNudge = false): void {
    this.dispatch({ type: 'edited', edits, isNudge });
    this.keep(isNudge ? BURST_MS : 0);
  }

  /** @throws ApiError where an older version is needed and cannot be had */
  async undo(): Promise<void> {
    await this.loadOlder();
    this.dispatch({ type: 'undone' });
    this.keep();
  }

  redo(): void {
    if (canRedo(this.current)) {
      this.dispatch({ type: 'redone' });
      this.keep();
    }
  }

  /** Tries at once what could not be kept. */
  readonly retry = (): void => {
    this.retries = 0;
    this.keep();
  };

  dismissNotice(): void {
    this.dispatch({ type: 'noticed', notice: null });
  }

  private keep(after = 0): void {
    clearTimeout(this.timer);
    if (this.current.queue.length > 0 && !this.current.isSending) {
      this.timer = setTimeout(() => void this.keepFirst(), after);
    }
  }

  private async keepFirst(): Promise<void> {
    const change = this.current.queue[0];
    if (change === undefined || this.current.isSending) {
      return;
    }
    this.dispatch({ type: 'sent' });
    try {
      this.dispatch({ type: 'answered', canvas: await this.send(change) });
      this.settled();
    } catch (cause) {
      await this.recover(change, asApiError(cause));
    }
  }

  private send({ makes, edits }: Change): Promise<Canvas> {
    const { latest, points } = this.current;
    const version = latest?.version ?? 1;
    if (edits !== null) {
      return editCanvas(this.api, this.canvasId, version, edits);
    }
    const known = points.find((point) => point.key === makes)?.version ?? version;
    return restoreCanvas(this.api, this.canvasId, version, known);
  }

  private async recover(change: Change, error: ApiError): Promise<void> {
    if (PASSING.has(error.kind)) {
      this.waitAndRetry(error);
      return;
    }
    try {
      const canvas = await loadCanvas(this.api, this.canvasId);
      if (error.kind === 'conflict' && this.current.mayHaveArrived && this.hasArrived(change, canvas)) {
        this.dispatch({ type: 'answered', canvas });
      } else {
        this.dispatch({
          type: 'overtaken',
          canvas,
          notice: error.kind === 'conflict' ? 'changed_elsewhere' : 'refused',
        });
      }
      this.settled();
    } catch (cause) {
      this.waitAndRetry(asApiError(cause));
    }
  }

  private settled(): void {
    this.retries = 0;
    window.removeEventListener('online', this.retry);
    this.keep();
  }

  /** An answer that was lost does not mean that the change was. */
  private hasArrived(change: Change, canvas: Canvas): boolean {
    const items = itemsOf(canvas.objects);
    return (
      canvas.version === (this.current.latest?.version ?? 0) + 1 &&
      (change.edits === null || change.edits.every((edit) => isDone(edit, items)))
    );
  }

  private waitAndRetry(error: ApiError): void {
    const isOffline = error.kind === 'network' || error.kind === 'timeout';
    this.dispatch({ type: 'failed', trouble: isOffline ? 'offline' : 'failed', mayHaveArrived: error.status === 0 });
    const wait = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** this.retries);
    this.retries += 1;
    window.addEventListener('online', this.retry);
    this.keep(error.retryAfter === null ? wait : error.retryAfter * 1000);
  }

  private dispatch(action: EditingAction): void {
    const before = this.current;
    this.current = editingReducer(before, action);
    if (this.current !== before) {
      this.listeners.forEach((listener) => listener());
    }
  }
}

/** Whether something would be lost if the page were closed now. */
export function isUnkept(session: CanvasSession): boolean {
  return session.state().queue.length > 0 && shownOf(session.state()) !== null;
}
