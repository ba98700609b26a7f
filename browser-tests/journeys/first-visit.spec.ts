import { expect, test } from '../stage/drawing.ts';
import { Studio } from '../stage/studio.ts';

/** What a first visit may load, as JavaScript and compressed. */
const BUDGET = 250 * 1024;

test('a first visit ends with a finished canvas, and nothing had to be read', async ({ page }) => {
  const studio = new Studio(page);
  await studio.open();

  await page.getByRole('button', { name: 'Password reset' }).click();
  await studio.draw.click();

  await studio.isFinished();
  expect(await studio.objects()).toBeGreaterThan(5);
  await expect(studio.history.getByRole('button')).toHaveCount(1);
});

test('a first visit loads little JavaScript, compressed, and nothing from elsewhere', async ({ page, service }) => {
  const foreign: string[] = [];
  let scripts = 0;
  page.on('request', (request) => {
    if (!request.url().startsWith(service.url) && !request.url().startsWith('blob:')) {
      foreign.push(request.url());
    }
  });
  page.on('requestfinished', async (request) => {
    if (request.resourceType() === 'script') {
      scripts += (await request.sizes()).responseBodySize;
    }
  });

  await new Studio(page).open();
  await expect(page.getByText('Live')).toBeVisible();

  expect(scripts).toBeGreaterThan(10_000);
  expect(scripts).toBeLessThan(BUDGET);
  expect(foreign).toEqual([]);
});
