const LONGEST = 90;

/** As much of a text as fits into a heading, cut between words. */
export function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= LONGEST) {
    return line;
  }
  const cut = line.slice(0, LONGEST + 1);
  const space = cut.lastIndexOf(' ');
  // Never half of a character that takes two places.
  const kept = space > LONGEST / 2 ? cut.slice(0, space) : Array.from(cut).slice(0, -1).join('');
  return `${kept}…`;
}
