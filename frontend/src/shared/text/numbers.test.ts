import { describe, expect, it } from 'vitest';
import { compact, count, dollars, percent } from './numbers';
import { clock, duration, relative } from './times';

describe('numbers', () => {
  it('are written for people', () => {
    expect(count(12_345)).toBe('12,345');
    expect(compact(1_234_567)).toBe('1.2M');
    expect(compact(940)).toBe('940');
    expect(percent(97.25)).toBe('97.3 %');
    expect(percent(100)).toBe('100 %');
  });

  it('tell small costs by their first digits, and others in cents', () => {
    expect(dollars(0)).toBe('$0.00');
    expect(dollars(0.000_421)).toBe('$0.00042');
    expect(dollars(0.0349)).toBe('$0.035');
    expect(dollars(12.3)).toBe('$12.30');
  });
});

describe('a duration', () => {
  it.each([
    [0.0049, '5 ms'],
    [0.42, '420 ms'],
    [3.14, '3.1 s'],
    [59.4, '59 s'],
    [59.6, '1 min'],
    [200, '3 min 20 s'],
    [7_500, '2 h 5 min'],
    [90_000, '1 d 1 h'],
    [5, '5 s'],
    [0, '0 s'],
    [-3, '0 s'],
  ])('of %d seconds is %s', (seconds, words) => {
    expect(duration(seconds)).toBe(words);
  });
});

describe('a moment', () => {
  const now = Date.parse('2026-01-10T12:00:00Z');

  it.each([
    ['2026-01-10T11:59:30Z', 'just now'],
    ['2026-01-10T12:00:30Z', 'in 30 seconds'],
    ['2026-01-10T11:57:10Z', '2 minutes ago'],
    ['2026-01-10T17:00:00Z', 'in 5 hours'],
    ['2026-01-09T11:00:00Z', 'yesterday'],
  ])('%s is %s', (at, words) => {
    expect(relative(at, now)).toBe(words);
  });

  it('is a date once it is long ago', () => {
    expect(relative('2025-12-01T12:00:00Z', now)).toBe('Dec 1, 2025');
  });

  it('has a time of day', () => {
    expect(clock('2026-01-10T12:00:05')).toBe('12:00');
    expect(clock('2026-01-10T12:00:05', true)).toBe('12:00:05');
  });
});
