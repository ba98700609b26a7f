import type { Words } from './item';

/** What exports are set in, and what the service has measured its texts with. */
export const FONT = 'Helvetica, Arial, sans-serif';
/** From one line to the next, in font sizes. */
export const LINE_HEIGHT = 1.25;
/** From the middle of a line down to its baseline, in font sizes. */
const BASELINE = 0.35;

export function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}

/** Each line with its baseline, for words in the middle of a box around `middle`. */
export function setLines(words: Words, middle: number): { line: string; baseline: number }[] {
  const lines = linesOf(words.text);
  const height = words.size * LINE_HEIGHT;
  const first = middle - (lines.length * height) / 2 + height / 2 + BASELINE * words.size;
  return lines.map((line, place) => ({ line, baseline: first + place * height }));
}

/**
 * Breaks lines that are wider than `width` at their spaces; a word that is too wide stays whole.
 *
 * @param measure the width of a line, in canvas units
 */
export function wrapped(text: string, width: number, measure: (line: string) => number): string {
  return linesOf(text)
    .flatMap((line) => (measure(line) <= width ? [line] : broken(line, width, measure)))
    .join('\n');
}

function broken(line: string, width: number, measure: (line: string) => number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(/\s+/).filter((part) => part !== '')) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (current !== '' && measure(longer) > width) {
      lines.push(current);
      current = word;
    } else {
      current = longer;
    }
  }
  return [...lines, current];
}
