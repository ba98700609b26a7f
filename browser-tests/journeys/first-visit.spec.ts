import { test as base, expect } from '@playwright/test';
import { Service } from '../stage/service.ts';
import { Studio } from '../stage/studio.ts';

/** What a first visit may load, as JavaScript and compressed. */
const BUDGET = 250 * 1024;

const test = base.extend<object, { service: Service }>({
  service: [
    async ({}, use) => {
      const service = await Service.start();
      await use(service);
      await service.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ service }, use) => use(service.url),
});

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
