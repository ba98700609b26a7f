import { describe, expect, it } from 'vitest';
import type { HistoryEvent } from '../../shared/api/types';
import { anEvent } from '../../shared/testing/history';
import { momentsOf, statusAfter } from './moments';

function history(...types: HistoryEvent['type'][]): HistoryEvent[] {
  return types.map((type, index) => anEvent(index + 1, type));
}

describe('a timeline', () => {
  it('tells how much later each event was than the one before', () => {
    expect(momentsOf(history('queued', 'started', 'completed')).map(({ later }) => later)).toEqual([null, 10, 10]);
  });

  it('never says that something was earlier, though clocks may differ', () => {
    const [first, second] = history('queued', 'started');

    expect(momentsOf([{ ...first!, at: second!.at }, { ...second!, at: first!.at }])[1]?.later).toBe(0);
  });

  it('counts attempts through failures and retries', () => {
    const events = history('queued', 'started', 'requeued', 'started', 'failed', 'retried', 'started', 'completed');

    expect(momentsOf(events).map(({ attempt }) => attempt)).toEqual([0, 1, 1, 2, 2, 2, 3, 3]);
  });

  it('does not count an attempt that was given back', () => {
    expect(momentsOf(history('queued', 'started', 'released', 'started')).map(({ attempt }) => attempt)).toEqual([
      0, 1, 1, 1,
    ]);
  });

  it('shows a failed attempt as a failure, though its job goes on', () => {
    expect(history('queued', 'started', 'requeued', 'retried').map(statusAfter)).toEqual([
      'queued',
      'processing',
      'failed',
      'queued',
    ]);
  });
});
