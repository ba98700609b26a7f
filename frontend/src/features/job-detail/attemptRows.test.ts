import { describe, expect, it } from 'vitest';
import type { Attempt, ProviderCall } from '../../shared/api/types';
import { attemptRows } from './attemptRows';

const call: ProviderCall = {
  provider: 'openai',
  model: 'small',
  input_tokens: 100,
  output_tokens: 20,
  cost_usd: 0.001,
  time_to_first_token_seconds: 0.4,
  duration_seconds: 2,
  error: null,
};

function attempt(number: number, part: Partial<Attempt> = {}): Attempt {
  return {
    ...call,
    number,
    started_at: '2026-01-01T12:00:00Z',
    ended_at: '2026-01-01T12:00:05Z',
    calls: [call],
    ...part,
  };
}

const nothing = { provider: null, model: null, input_tokens: null, output_tokens: null, cost_usd: null };

describe('attempts', () => {
  it('are told the newest first, one line each where one call was made', () => {
    expect(attemptRows([attempt(1), attempt(2)]).map(({ key }) => key)).toEqual(['2', '1']);
  });

  it('list their calls where there were several', () => {
    const refused = { ...call, provider: 'anthropic', error: 'busy' };
    const rows = attemptRows([attempt(1, { calls: [refused, call] })]);

    expect(rows.map(({ key, outcome }) => [key, outcome])).toEqual([
      ['1', 'succeeded'],
      ['1-1', 'failed'],
      ['1-2', 'succeeded'],
    ]);
    expect(rows[1]).toMatchObject({ asked: { provider: 'anthropic', model: 'small' }, error: 'busy' });
  });

  it('are under way until they end', () => {
    expect(attemptRows([attempt(1, { ended_at: null, ...nothing, calls: [] })])[0]).toMatchObject({
      outcome: 'running',
      asked: null,
      tokens: null,
    });
  });

  it('took as long as their calls, or else from start to end', () => {
    expect(attemptRows([attempt(1)])[0]?.seconds).toBe(2);
    expect(attemptRows([attempt(1, { duration_seconds: null })])[0]?.seconds).toBe(5);
  });

  it('of which nothing was counted tell no tokens rather than none', () => {
    expect(attemptRows([attempt(1, { input_tokens: null, output_tokens: null })])[0]?.tokens).toBeNull();
    expect(attemptRows([attempt(1, { input_tokens: 7, output_tokens: null })])[0]?.tokens).toEqual({
      input: 7,
      output: 0,
    });
  });
});
