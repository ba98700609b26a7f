// Asks mermaid's parser, without a browser, about every .mmd file in a folder.
// Usage: node parse.mjs FOLDER REPORT
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';

const [folder, report] = process.argv.slice(2);
globalThis.window = new JSDOM('').window;
globalThis.document = window.document;
const { default: mermaid } = await import('mermaid');

const seen = [];
for (const file of readdirSync(folder).filter((name) => name.endsWith('.mmd')).sort()) {
  try {
    await mermaid.parse(readFileSync(join(folder, file), 'utf8'));
    seen.push({ file, problems: [] });
  } catch (error) {
    seen.push({ file, problems: [String(error)] });
  }
}
writeFileSync(report, JSON.stringify(seen));
