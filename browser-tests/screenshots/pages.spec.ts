import type { Page } from '@playwright/test';
import { ApiClient } from '../stage/api.ts';
import { LOGIN_FLOW, WITH_A_CODE } from '../stage/replies.ts';
import { PORTFOLIO } from '../stage/portfolio.ts';
import type { Model } from '../stage/model.ts';
import { expect, test } from '../stage/test.ts';

const LOOKS = {
  'light-wide': { colorScheme: 'light', viewport: { width: 1440, height: 900 } },
  'dark-wide': { colorScheme: 'dark', viewport: { width: 1440, height: 900 } },
  'light-narrow': { colorScheme: 'light', viewport: { width: 375, height: 812 } },
  'dark-narrow': { colorScheme: 'dark', viewport: { width: 375, height: 812 } },
} as const;

/** Those that the README shows. */
const IN_THE_README: Record<string, string> = {
  'light-wide-studio': '../docs/images/studio.png',
  'dark-wide-job': '../docs/images/job.png',
};

/** Those that are longer than a window. */
const WHOLE = new Set(['statistics', 'system']);

for (const [look, settings] of Object.entries(LOOKS)) {
  test.describe(look, () => {
    test.use({ ...settings, deviceScaleFactor: 2 });

    test('every page', async ({ page, studio, model, user }) => {
      test.setTimeout(300_000);
      const take = async (name: string): Promise<void> => {
        const path = IN_THE_README[`${look}-${name}`] ?? `target/screenshots/${name}-${look}.png`;
        await page.mouse.move(0, 0);
        await page.screenshot({ path, animations: 'disabled', fullPage: WHOLE.has(name) });
      };
      await studio.open();
      await take('empty');
      await prepare(page, model, user);

      await studio.open();
      model.pauses();
      await studio.ask('A login flow: enter e-mail, check the password, then show the dashboard');
      await studio.isDrawing();
      await expect.poll(() => studio.objects()).toBeGreaterThan(0);
      await take('drawing');
      model.goOn();
      await studio.isFinished();
      await expect.poll(() => studio.objects()).toBe(13);
      await settled(page);
      await take('studio');

      model.replies(WITH_A_CODE);
      await studio.change('Send a code at the end');
      await expect(studio.canvas).toHaveAttribute('data-state', 'review');
      await settled(page);
      await take('review');
      await studio.button('Keep').click();

      model.refuses(400);
      await studio.change('Something that fails');
      await expect(page.getByText('It could not be drawn')).toBeVisible();
      await take('failed');

      await page.goto('/jobs');
      await expect(page.getByRole('link', { name: /design studio/ })).toBeVisible();
      await take('jobs');
      await page.getByRole('link', { name: /Something that fails|Send a code/ }).last().click();
      await expect(page.getByRole('heading', { name: 'Attempts' })).toBeVisible();
      await take('job');
      await page.goto('/statistics');
      await expect(page.getByRole('heading', { level: 1, name: 'Statistics' })).toBeVisible();
      await page.waitForLoadState();
      await settled(page);
      await take('statistics');
      await page.evaluate((name) => {
        localStorage.setItem('atelier.development.user', JSON.stringify({ name, isAdmin: true }));
      }, user);
      await page.goto('/system');
      await expect(page.getByRole('heading', { level: 1, name: 'System' })).toBeVisible();
      await settled(page);
      await take('system');
    });
  });
}

async function prepare(page: Page, model: Model, user: string): Promise<void> {
  const api = await ApiClient.of(page, user);
  for (const { words, more, reply } of PORTFOLIO) {
    model.replies(reply);
    await api.draw(words, more);
  }
  await api.post('/create-canvas', {
    instructions: 'Timeline of the launch, for Monday',
    scheduled_at: new Date(Date.now() + 3 * 86_400_000),
    tags: ['launch'],
  });
  model.replies(LOGIN_FLOW);
}

/** Pictures are taken of things at rest: this is the one place that waits for a look and not for a fact. */
async function settled(page: Page): Promise<void> {
  await page.waitForTimeout(1_500);
}
