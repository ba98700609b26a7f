import type { HourOfStats } from '../../shared/api/types';
import type { Messages } from '../../shared/text/messages';
import { compact, count, dollars } from '../../shared/text/numbers';
import { clock, duration } from '../../shared/text/times';

export interface Series {
  name: string;
  /** Of each hour; null where nothing was measured. */
  values: (number | null)[];
}

/** A chart without its looks: what it shows, and how that is put in words. */
export interface Chart {
  key: string;
  title: string;
  unit: string;
  shape: 'bars' | 'lines';
  hours: string[];
  /** At most two: they are told apart by colour and by pattern. */
  series: Series[];
  /** A value with its unit. */
  format: (value: number) => string;
  /** The chart in a sentence, for those who do not see it. */
  summary: string;
  isEmpty: boolean;
}

type Texts = Messages['statistics'];

/** All charts about the same hours, the oldest first. */
export function chartsOf(rows: HourOfStats[], text: Texts): Chart[] {
  return [throughput(rows, text), times(rows, text), queue(rows, text), tokens(rows, text), cost(rows, text)];
}

function throughput(rows: HourOfStats[], { throughput: text }: Texts): Chart {
  const completed = rows.map((row) => row.completed);
  const failed = rows.map((row) => row.failed);
  const peak = peakOf(rows, (row) => row.completed + row.failed);
  return chart(rows, text, 'throughput', 'bars', count, {
    series: [
      { name: text.completed, values: completed },
      { name: text.failed, values: failed },
    ],
    summary: text.summary(sum(completed), sum(failed), peak.value, peak.at),
  });
}

function times(rows: HourOfStats[], { times: text, none }: Texts): Chart {
  const waiting = rows.map((row) => row.average_wait_seconds);
  const processing = rows.map((row) => row.average_processing_seconds);
  const worst = (values: (number | null)[]) => {
    const measured = values.filter((value) => value !== null);
    return measured.length === 0 ? none : duration(Math.max(...measured));
  };
  return chart(rows, text, 'times', 'lines', duration, {
    series: [
      { name: text.waiting, values: waiting },
      { name: text.processing, values: processing },
    ],
    summary: text.summary(worst(waiting), worst(processing)),
  });
}

function queue(rows: HourOfStats[], { queue: text }: Texts): Chart {
  const peak = peakOf(rows, (row) => row.queued);
  return chart(rows, text, 'queue', 'lines', count, {
    series: [{ name: text.queued, values: rows.map((row) => row.queued) }],
    summary: text.summary(rows.at(-1)?.queued ?? 0, peak.value, peak.at),
  });
}

function tokens(rows: HourOfStats[], { tokens: text }: Texts): Chart {
  const input = rows.map((row) => row.input_tokens);
  const output = rows.map((row) => row.output_tokens);
  return chart(rows, text, 'tokens', 'bars', compact, {
    series: [
      { name: text.input, values: input },
      { name: text.output, values: output },
    ],
    summary: text.summary(count(sum(input)), count(sum(output))),
  });
}

function cost(rows: HourOfStats[], { cost: text }: Texts): Chart {
  const spent = rows.map((row) => row.cost_usd);
  return chart(rows, text, 'cost', 'bars', dollars, {
    series: [{ name: text.spent, values: spent }],
    summary: text.summary(dollars(sum(spent.map((value) => value ?? 0)))),
  });
}

function chart(
  rows: HourOfStats[],
  { title, unit }: { title: string; unit: string },
  key: string,
  shape: Chart['shape'],
  format: Chart['format'],
  told: Pick<Chart, 'series' | 'summary'>,
): Chart {
  const isEmpty = told.series.every(({ values }) => values.every((value) => value === null || value === 0));
  return { key, title, unit, shape, format, hours: rows.map((row) => row.hour), isEmpty, ...told };
}

function peakOf(rows: HourOfStats[], valueOf: (row: HourOfStats) => number): { value: number; at: string } {
  const top = rows.reduce<HourOfStats | null>(
    (best, row) => (best === null || valueOf(row) > valueOf(best) ? row : best),
    null,
  );
  return top === null ? { value: 0, at: '' } : { value: valueOf(top), at: clock(top.hour) };
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** What the axis must reach: the highest value, or sum of values where they are stacked; never 0. */
export function highest({ shape, series, hours }: Chart): number {
  const tops = hours.map((_, index) => {
    const values = series.map(({ values }) => values[index] ?? 0);
    return shape === 'bars' ? sum(values) : Math.max(...values);
  });
  return Math.max(0, ...tops) || 1;
}

/** Those marks of an axis that say something: none reads like 0, and none is half of what can only be counted. */
export function telling({ series, format }: Chart, marks: number[]): number[] {
  const isCounted = series.every(({ values }) => values.every((value) => Number.isInteger(value ?? 0)));
  const isTold = (mark: number) => mark === 0 || format(mark) !== format(0);
  return marks.filter((mark) => isTold(mark) && (!isCounted || Number.isInteger(mark)));
}
