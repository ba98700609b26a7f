import type { HistoryEvent } from '../api/types';

const EVERY_MS = 10_000;

/** An event that happened ten seconds after the one with the version before. */
export function anEvent(version: number, type: HistoryEvent['type'], part: Partial<HistoryEvent> = {}): HistoryEvent {
  return {
    version,
    type,
    at: new Date(Date.parse('2026-01-01T12:00:00Z') + (version - 1) * EVERY_MS).toISOString(),
    worker: null,
    due: null,
    error: null,
    error_kind: null,
    canvas_id: null,
    canvas_version: null,
    object_count: null,
    calls: [],
    ...part,
  };
}
