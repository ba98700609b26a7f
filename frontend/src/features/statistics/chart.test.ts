import { describe, expect, it } from 'vitest';
import type { HourOfStats } from '../../shared/api/types';
import { english } from '../../shared/text/messages';
import { anHour } from '../../shared/testing/stats';
import { chartsOf, highest, telling, type Chart } from './chart';

const rows: HourOfStats[] = [
  anHour(9, { completed: 3, failed: 1, average_wait_seconds: 2, average_processing_seconds: 30, queued: 2 }),
  anHour(10, { completed: 5, failed: 2, average_wait_seconds: 75, average_processing_seconds: 12, queued: 9 }),
  anHour(11, { queued: 1, input_tokens: 1_200, output_tokens: 300, cost_usd: 0.02 }),
];
const charts = (from: HourOfStats[]) =>
  Object.fromEntries(chartsOf(from, english.statistics).map((chart) => [chart.key, chart])) as Record<string, Chart>;

describe('charts', () => {
  it('are put in a sentence each', () => {
    expect(Object.values(charts(rows)).map(({ summary }) => summary)).toEqual([
      '8 completed and 3 failed in the last 24 hours; most in the hour from 10:00: 7.',
      'At worst, jobs waited 1 min 15 s and took 30 s on average of an hour.',
      '1 job waits now; most at the end of the hour from 10:00: 9.',
      '1,200 input and 300 output tokens in the last 24 hours.',
      '$0.02 in the last 24 hours.',
    ]);
  });

  it('reach as high as what is stacked, or as the highest line', () => {
    const { throughput, times } = charts(rows);

    expect(highest(throughput!)).toBe(7);
    expect(highest(times!)).toBe(75);
  });

  it('show a gap where nothing was measured, not nothing', () => {
    expect(charts(rows).times?.series[0]?.values).toEqual([2, 75, null]);
  });

  it('are empty where nothing happened, and still have an axis', () => {
    const quiet = charts([anHour(1), anHour(2)]);

    expect(Object.values(quiet).every(({ isEmpty }) => isEmpty)).toBe(true);
    expect(highest(quiet.throughput!)).toBe(1);
    expect(quiet.times?.summary).toContain('waited – and took –');
    expect(charts(rows).cost?.isEmpty).toBe(false);
  });

  it('mark no half of what can only be counted, and nothing that reads like 0', () => {
    const { queue, cost } = charts(rows);

    expect(telling(queue!, [0, 0.5, 1, 1.5, 2])).toEqual([0, 1, 2]);
    expect(telling(cost!, [0, 0.25, 0.5])).toEqual([0, 0.25, 0.5]);
    expect(telling({ ...cost!, format: (value) => value.toFixed(1) }, [0, 0.04, 0.5])).toEqual([0, 0.5]);
  });

  it('of no hours at all are empty', () => {
    expect(charts([]).queue).toMatchObject({ isEmpty: true, hours: [] });
  });
});
