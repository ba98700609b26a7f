import type { HourOfStats, Stats } from '../api/types';

/** An hour of a day in which nothing happened, but for what is said. */
export function anHour(hour: number, part: Partial<HourOfStats> = {}): HourOfStats {
  return {
    hour: new Date(2026, 0, 1, hour).toISOString(),
    completed: 0,
    failed: 0,
    average_wait_seconds: null,
    average_processing_seconds: null,
    queued: 0,
    input_tokens: 0,
    output_tokens: 0,
    cost_usd: null,
    unpriced_calls: 0,
    ...part,
  };
}

/** Statistics of nobody who did nothing, but for what is said. */
export function stats(part: Partial<Stats> = {}): Stats {
  return {
    total_jobs: 0,
    queued_jobs: 0,
    processing_jobs: 0,
    completed_jobs: 0,
    failed_jobs: 0,
    cancelled_jobs: 0,
    success_rate: 0,
    average_processing_seconds: null,
    p50_processing_seconds: null,
    p95_processing_seconds: null,
    average_wait_seconds: null,
    oldest_queued_seconds: null,
    input_tokens: 0,
    output_tokens: 0,
    cost_usd: null,
    unpriced_calls: 0,
    by_hour: Array.from({ length: 24 }, (_, hour) => anHour(hour)),
    ...part,
  };
}
