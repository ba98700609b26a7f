/** File systems take no more than this many bytes; a title may have more. */
const LONGEST = 80;

/** A title as the name of a file: letters and digits of any script, the rest as dashes. */
export function fileName(title: string, extension: string): string {
  const name = title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  const short = Array.from(name).slice(0, LONGEST).join('').replace(/-+$/, '');
  return `${short === '' ? 'canvas' : short}.${extension}`;
}
