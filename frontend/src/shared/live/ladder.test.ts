import { describe, expect, it } from 'vitest';
import { delay, FIRST, next, type Step } from './ladder';
import type { Ending } from './transport';

function after(...endings: Ending[]): Step {
  return endings.reduce((step, ending) => next(step, ending, 3), FIRST);
}

const unreachable: Ending = { reason: 'unreachable' };
const unsupported: Ending = { reason: 'unsupported' };
const closed: Ending = { reason: 'closed' };

describe('the ladder of transports', () => {
  it('stays with one that worked', () => {
    expect(after(closed)).toEqual(FIRST);
    expect(after(unsupported, closed)).toMatchObject({ transport: 1, misses: 0 });
  });

  it('leaves at once what cannot be had here', () => {
    expect(after(unsupported).transport).toBe(1);
    expect(after(unsupported, unsupported).transport).toBe(2);
  });

  it('tries three times before it suspects the transport', () => {
    expect(after(unreachable, unreachable).transport).toBe(0);
    expect(after(unreachable, unreachable, unreachable).transport).toBe(1);
  });

  it('tries the others once, so that a service that is back is soon found', () => {
    const misses = (times: number): Step => after(...Array.from({ length: times }, () => unreachable));
    expect(misses(4).transport).toBe(2);
    expect(misses(5)).toMatchObject({ transport: 0, misses: 5 });
  });

  it('leads from the last back to the first, and waits', () => {
    const step = after(unsupported, unsupported, unsupported);
    expect(step.transport).toBe(0);
    expect(step.misses).toBe(1);
  });

  it('looks for a better way whenever the makeshift pauses', () => {
    expect(after(unsupported, unsupported, closed).transport).toBe(0);
  });

  it('asks for a fresh token after one was refused', () => {
    expect(after({ reason: 'refused' })).toMatchObject({ transport: 0, freshToken: true, misses: 1 });
    expect(after({ reason: 'refused' }, unreachable).freshToken).toBe(false);
  });
});

describe('the delay', () => {
  it('is short after a connection that worked', () => {
    expect(delay(FIRST, 0)).toBe(0);
    expect(delay(FIRST, 1)).toBe(250);
  });

  it('doubles up to eight seconds', () => {
    const longest = [1, 2, 3, 4, 5, 6, 60].map((misses) => delay({ ...FIRST, misses }, 1));
    expect(longest).toEqual([1000, 2000, 4000, 8000, 8000, 8000, 8000]);
  });

  it('is spread by chance over half of it', () => {
    expect(delay({ ...FIRST, misses: 3 }, 0)).toBe(2000);
    expect(delay({ ...FIRST, misses: 3 }, 0.5)).toBe(3000);
  });
});
