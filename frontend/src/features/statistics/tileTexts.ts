import type { Stats } from '../../shared/api/types';
import type { Messages } from '../../shared/text/messages';
import { compact, count, dollars, percent } from '../../shared/text/numbers';
import { duration } from '../../shared/text/times';

export interface Tile {
  name: string;
  value: string;
  hint: string;
}

/** Statistics at a glance. What was not measured is a dash, never a zero. */
export function tilesOf(stats: Stats, { tiles: text, none }: Messages['statistics']): Tile[] {
  const ended = stats.completed_jobs + stats.failed_jobs;
  const p95 = stats.p95_processing_seconds;
  const oldest = stats.oldest_queued_seconds;
  return [
    {
      name: text.success,
      value: ended === 0 ? none : percent(stats.success_rate),
      hint: text.successHint(stats.completed_jobs, stats.failed_jobs),
    },
    { name: text.waiting, value: time(stats.average_wait_seconds, none), hint: text.waitingHint },
    {
      name: text.processing,
      value: time(stats.p50_processing_seconds, none),
      hint: p95 === null ? text.processingNone : text.processingHint(duration(p95)),
    },
    {
      name: text.queue,
      value: count(stats.queued_jobs),
      hint: text.queueHint(stats.processing_jobs, oldest === null ? null : duration(Math.round(oldest))),
    },
    {
      name: text.tokens,
      value: compact(stats.input_tokens + stats.output_tokens),
      hint: text.tokensHint(compact(stats.input_tokens), compact(stats.output_tokens)),
    },
    {
      name: text.cost,
      value: stats.cost_usd === null ? none : dollars(stats.cost_usd),
      hint: stats.unpriced_calls === 0 ? text.costHint : text.costUnpriced(stats.unpriced_calls),
    },
  ];
}

function time(seconds: number | null, none: string): string {
  return seconds === null ? none : duration(seconds);
}
