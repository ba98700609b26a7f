import { describe, expect, it } from 'vitest';
import { english } from '../../shared/text/messages';
import { stats } from '../../shared/testing/stats';
import { tilesOf } from './tileTexts';

const values = (part: Parameters<typeof stats>[0]) => tilesOf(stats(part), english.statistics).map(({ value }) => value);

describe('tiles', () => {
  it('say what was not measured by a dash, never by a zero', () => {
    expect(values({})).toEqual(['–', '–', '–', '0', '0', '–']);
  });

  it('say what was measured in units of people', () => {
    expect(
      values({
        completed_jobs: 39,
        failed_jobs: 1,
        success_rate: 97.5,
        average_wait_seconds: 0.25,
        p50_processing_seconds: 12.4,
        queued_jobs: 1_200,
        input_tokens: 1_000_000,
        output_tokens: 500_000,
        cost_usd: 12.345,
      }),
    ).toEqual(['97.5 %', '250 ms', '12 s', '1,200', '1.5M', '$12.35']);
  });

  it('say that a cost is not all of it', () => {
    const cost = tilesOf(stats({ cost_usd: 1, unpriced_calls: 3 }), english.statistics).at(-1);

    expect(cost?.hint).toBe('without 3 calls whose price is not known');
  });
});
