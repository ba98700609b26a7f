import { describe, expect, it } from 'vitest';
import { shortened } from './shortened';

describe('a heading', () => {
  it('is the text itself where that is short', () => {
    expect(shortened(' A login\n flow ')).toBe('A login flow');
  });

  it('is cut between words', () => {
    const words = 'word '.repeat(40);

    expect(shortened(words)).toMatch(/^(word )+word…$/);
    expect(shortened(words).length).toBeLessThanOrEqual(91);
  });

  it('is cut between characters where there are no words', () => {
    expect(shortened('絵'.repeat(200))).toBe(`${'絵'.repeat(90)}…`);
    expect(shortened('🎨'.repeat(200))).toMatch(/^(🎨)+…$/u);
  });
});
