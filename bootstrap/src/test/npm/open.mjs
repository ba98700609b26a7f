// Opens every exported file of a folder in Chromium with the program that it is meant for.
// Usage: node open.mjs CHROMIUM FOLDER REPORT PICTURES
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';

const [executablePath, folder, report, pictures] = process.argv.slice(2);
const ORIGIN = 'http://exports.test';
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.svg': 'image/svg+xml' };

await build({
  entryPoints: ['page.js'],
  outdir: 'page',
  bundle: true,
  splitting: true,
  format: 'esm',
  define: { 'process.env.NODE_ENV': '"production"', 'process.env.IS_PREACT': '"false"' },
  conditions: ['production'],
  logLevel: 'error',
});
writeFileSync(join('page', 'index.html'), '<!doctype html><script type="module" src="page.js"></script>');
mkdirSync(pictures, { recursive: true });

const browser = await chromium.launch({
  executablePath,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-dev-shm-usage',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
const page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
const strangers = [];
await page.route('**/*', (route) => {
  const url = new URL(route.request().url());
  if (url.origin !== ORIGIN) {
    strangers.push(url.href);
    return route.abort();
  }
  const path = decodeURIComponent(url.pathname);
  const file = path.startsWith('/exports/') ? join(folder, path.slice(9)) : join('page', path);
  try {
    return route.fulfill({ body: readFileSync(file), contentType: TYPES[extname(file)] ?? 'text/plain' });
  } catch {
    return route.fulfill({ status: 404, body: '' });
  }
});

const text = (file) => readFileSync(join(folder, file), 'utf8');
const files = (extension) => readdirSync(folder).filter((name) => name.endsWith(extension)).sort();
const seen = [];
const look = async (file, look) => {
  try {
    seen.push({ file, problems: await look() });
  } catch (error) {
    seen.push({ file, problems: [String(error)] });
  }
};

await page.goto(`${ORIGIN}/index.html`);
await page.waitForFunction(() => globalThis.exports);
for (const file of files('.mmd')) {
  const words = JSON.parse(text(file.replace('.mmd', '.words.json')));
  await look(file, async () => {
    const drawn = await page.evaluate((it) => exports.drawMermaid(it.source, it.words), { source: text(file), words });
    writeFileSync(join(pictures, `${file}.svg`), drawn.svg);
    return drawn.problems;
  });
}
for (const file of files('.excalidraw')) {
  await look(file, async () => {
    const drawn = await page.evaluate((source) => exports.openExcalidraw(source), text(file));
    writeFileSync(join(pictures, `${file}.svg`), drawn.svg);
    return drawn.problems;
  });
}
const inspect = readFileSync('inspect.js', 'utf8');
for (const file of files('.svg')) {
  await look(file, async () => {
    strangers.length = 0;
    await page.goto(`${ORIGIN}/exports/${encodeURIComponent(file)}`);
    const seen = await page.evaluate(inspect);
    await page.setViewportSize(seen.size);
    await page.screenshot({ path: join(pictures, `${file}.png`) });
    return [...seen.problems, ...strangers.map((url) => `asks for ${url}`)];
  });
}
await browser.close();
writeFileSync(report, JSON.stringify(seen));
