import type { Browser, Page } from '@playwright/test';
import { test } from '../stage/drawing.ts';
import { Studio } from '../stage/studio.ts';

const ROUNDS = 11;
const WISH = 'A login flow: enter e-mail, check the password, then show the dashboard';

/** How long a person waits, by the clock of the page. It prints what it measures and asserts no time. */
test('how long until something can be seen', async ({ browser, baseURL, page }) => {
  test.setTimeout(120_000);
  const studio = new Studio(page);
  await studio.open();
  await studio.ask(WISH);
  await studio.isFinished();
  const path = new URL(page.url()).pathname;
  const state = await page.context().storageState();

  const asked: number[] = [];
  const drawn: number[] = [];
  const opened: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await inNewBrowser(browser, { baseURL }, async (fresh) => {
      const visit = new Studio(fresh);
      await visit.open();
      asked.push(await age(fresh));
      await visit.wish.fill(WISH);
      const before = await age(fresh);
      await visit.draw.click();
      drawn.push((await finished(fresh)) - before);
    });
    await inNewBrowser(browser, { baseURL, storageState: state }, async (fresh) => {
      await fresh.goto(path, { waitUntil: 'commit' });
      opened.push(await finished(fresh));
    });
  }

  report('first visit, until one can ask', asked);
  report('from Draw to the finished canvas, offline provider', drawn);
  report('a canvas opened by its address, nothing cached', opened);
});

/** Nothing is cached in it. */
async function inNewBrowser(browser: Browser, as: object, use: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext(as);
  await use(await context.newPage());
  await context.close();
}

/** Milliseconds since the page was asked for. */
async function age(page: Page): Promise<number> {
  return page.evaluate(() => performance.now());
}

/** The age of the page when its canvas was finished and painted: looked for at every frame. */
async function finished(page: Page): Promise<number> {
  return page.evaluate(async () => {
    while (document.querySelector('[data-state="ready"]') === null) {
      await new Promise(requestAnimationFrame);
    }
    return performance.now();
  });
}

function report(what: string, times: number[]): void {
  const sorted = times.map(Math.round).sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)];
  console.log(`${what}: median ${median} ms, ${sorted[0]} to ${sorted.at(-1)} ms in ${sorted.length} rounds`);
}
