import { useState } from 'react';
import type { ColorScheme, Style } from '../../shared/api/types';

export interface Wish {
  instructions: string;
  style: Style;
  colorScheme: ColorScheme;
}

export const MAX_INSTRUCTIONS = 1000;

const BLANK: Wish = { instructions: '', style: 'modern', colorScheme: 'default' };

/** What is being written; `problem` says why it cannot be sent as it is. */
export function useWish(max: number): {
  wish: Wish;
  used: number;
  problem: 'empty' | 'too_long' | null;
  change: (part: Partial<Wish>) => void;
} {
  const [wish, setWish] = useState(BLANK);
  const used = lengthOf(wish.instructions);
  return {
    wish,
    used,
    problem: used === 0 ? 'empty' : used > max ? 'too_long' : null,
    change: (part) => setWish((before) => ({ ...before, ...part })),
  };
}

/** In characters as the service counts them: what surrounds the words is free. */
export function lengthOf(instructions: string): number {
  return Array.from(instructions.trim()).length;
}
