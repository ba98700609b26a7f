// Readies the built pages for the service: each text file also compressed, and one list of all files,
// which is all that the service knows of them.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const web = fileURLToPath(new URL('../target/jar/web/', import.meta.url));
const TEXT = new Set(['.html', '.js', '.css', '.svg', '.json', '.txt']);
/** What a first visit may load, as JavaScript, gzipped. */
const BUDGET = 250 * 1024;

/** @param {string} folder @returns {string[]} */
function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? filesIn(join(folder, entry.name)) : join(folder, entry.name)))
    .sort();
}

const files = filesIn(web).filter((file) => !/\.(gz|br)$|files\.txt$/.test(file));
for (const file of files) {
  if (TEXT.has(extname(file))) {
    const bytes = readFileSync(file);
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
    writeFileSync(
      `${file}.br`,
      brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
    );
  }
}
writeFileSync(join(web, 'files.txt'), files.map((file) => `${relative(web, file).replaceAll(sep, '/')}\n`).join(''));

const html = readFileSync(join(web, 'index.html'), 'utf8');
const first = [...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map((match) => String(match[1]));
const size = first.reduce((sum, file) => sum + statSync(join(web, `${file}.gz`)).size, 0);
console.log(`JavaScript on first load: ${(size / 1024).toFixed(1)} KB gzipped (${first.join(', ')})`);
if (size > BUDGET) {
  console.error(`That is more than the ${BUDGET / 1024} KB that a first visit may load.`);
  process.exit(1);
}
