import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../stage/test.ts';

const OPERATIONS = 38;

test('the API is read and tried at /docs, under the policy of the page', async ({ page }, info) => {
  const complaints = complaintsOf(page);
  const hosts = hostsOf(page);
  await page.goto('/docs');
  await expect(page.getByRole('heading', { level: 1, name: 'Atelier API' })).toBeVisible();
  expect(await page.locator('details.card').count()).toBeGreaterThanOrEqual(OPERATIONS);

  await page.locator('#showHealth > summary').click();
  const health = page.getByRole('form', { name: 'Try GET /health', exact: true });
  await health.getByRole('button', { name: 'Send' }).click();
  await expect(health.getByText('200', { exact: false }).first()).toBeVisible();
  await expect(health.getByLabel('Answer')).toContainText('"status": "healthy"');

  await page.locator('#createCanvas > summary').click();
  const create = page.getByRole('form', { name: 'Try POST /create-canvas', exact: true });
  await create.getByRole('button', { name: 'Send' }).click();
  await expect(create.getByRole('status')).toContainText('401');
  await page.getByRole('button', { name: 'Get a development token' }).click();
  await expect(page.getByText('You are dev, for a day.')).toBeVisible();
  await create.getByRole('button', { name: 'Send' }).click();
  await expect(create.getByRole('status')).toContainText('202');

  await page.locator('#watchJob > summary').click();
  await expect(page.locator('#watchJob').getByText('text/event-stream')).toBeAttached();
  await page.screenshot({ path: info.outputPath('docs.png') });
  expect(complaints.filter((complaint) => !complaint.includes('401'))).toEqual([]);
  expect([...hosts]).toEqual([new URL(page.url()).host]);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious at /docs, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto('/docs');
    await page.locator('#showCanvas > summary').click();
    await page.locator('#showCanvas .answer > summary').first().click();

    const { violations } = await new AxeBuilder({ page }).analyze();

    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
  });
}

test('the first page loads nothing of it', async ({ page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  await page.goto('/');
  await expect(page.getByRole('main')).toBeVisible();

  expect(loaded.filter((path) => path.includes('docs'))).toEqual([]);
});

/** Errors on the console, violations of the policy among them, and what the page has thrown. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.text().includes('Content Security Policy')) {
      complaints.push(message.text());
    }
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}

function hostsOf(page: Page): Set<string> {
  const hosts = new Set<string>();
  page.on('request', (request) => hosts.add(new URL(request.url()).host));
  return hosts;
}
