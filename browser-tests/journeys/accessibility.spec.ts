import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { WITH_A_CODE } from '../stage/replies.ts';
import { ApiClient } from '../stage/api.ts';
import { expect, test } from '../stage/test.ts';

const SCREENS = {
  'dark and wide': { colorScheme: 'dark', viewport: { width: 1280, height: 800 } },
  'light and narrow': { colorScheme: 'light', viewport: { width: 375, height: 740 } },
} as const;

for (const [screen, look] of Object.entries(SCREENS)) {
  test.describe(`${screen}: axe finds nothing serious`, () => {
    test.use(look);

    test('in the studio, from the first look to a change', async ({ page, studio, model }) => {
      await studio.open();
      await isAccessible(page, 'the empty studio');
      model.pauses();
      await studio.ask('A login flow');
      await studio.isDrawing();
      await isAccessible(page, 'a drawing that grows');
      model.goOn();
      await studio.isFinished();
      await isAccessible(page, 'a finished canvas');
      model.replies(WITH_A_CODE);
      await studio.change('Send a code at the end');
      await expect(studio.canvas).toHaveAttribute('data-state', 'review');
      await isAccessible(page, 'a change to keep or not');
      model.refuses(400);
      await studio.change('Something else');
      await expect(page.getByText('It could not be drawn')).toBeVisible();
      await isAccessible(page, 'a failed job');
    });

    test('on the pages of jobs, numbers and the system', async ({ page, user, model }) => {
      model.reset();
      const api = await ApiClient.of(page, user);
      await api.draw('A login flow', { tags: ['first'] });
      model.refuses(400);
      await api.draw('A flow that fails');
      await api.post('/create-canvas', { instructions: 'Later', scheduled_at: new Date(Date.now() + 3_600_000) });
      model.reset();
      await page.goto('/jobs');
      await expect(page.getByRole('link', { name: /A flow that fails/ })).toBeVisible();
      await isAccessible(page, 'the list of jobs');
      await page.getByRole('link', { name: /A flow that fails/ }).click();
      await expect(page.getByRole('heading', { name: 'Attempts' })).toBeVisible();
      await isAccessible(page, 'one job');
      await page.goto('/statistics');
      await expect(page.getByRole('heading', { level: 1, name: 'Statistics' })).toBeVisible();
      await isAccessible(page, 'the statistics');
      await page.evaluate((name) => {
        localStorage.setItem('atelier.development.user', JSON.stringify({ name, isAdmin: true }));
      }, user);
      await page.goto('/system');
      await expect(page.getByRole('heading', { level: 1, name: 'System' })).toBeVisible();
      await isAccessible(page, 'the system');
      await page.goto('/nowhere');
      await isAccessible(page, 'a page that is not there');
    });
  });
}

async function isAccessible(page: Page, place: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const told = serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  expect.soft(told, place).toEqual([]);
  expect
    .soft(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), `${place} is not wider than the screen`)
    .toBeLessThanOrEqual(0);
}
