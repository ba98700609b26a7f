import { test as base, expect, type Page } from '@playwright/test';
import { FirebaseEmulator } from '../stage/firebase.ts';
import { Service } from '../stage/service.ts';
import { Studio } from '../stage/studio.ts';

const test = base.extend<object, { emulator: FirebaseEmulator; service: Service }>({
  emulator: [
    async ({}, use) => {
      const emulator = await FirebaseEmulator.start();
      await use(emulator);
      await emulator.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  service: [
    async ({ emulator }, use) => {
      const service = await Service.start(emulator.settings);
      await use(service);
      await service.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ service }, use) => use(service.url),
});

test('an account is made, draws, signs out and in again, and finds what it has drawn', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: /Create an account/ }).click();
  await enter(page, 'ada@example.com', 'difference engine');
  await page.getByRole('button', { name: 'Create account' }).click();
  const studio = new Studio(page);
  await studio.ask('Login flow with password reset');
  await studio.isFinished();

  await page.reload();
  await studio.isFinished();

  await studio.button('Account').click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await enter(page, 'ada@example.com', 'not my password');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByText('E-mail and password do not match.')).toBeVisible();

  await enter(page, 'ada@example.com', 'difference engine');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(studio.history.getByRole('button')).toHaveCount(1);
});

test('a forgotten password is asked for by e-mail', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: /Create an account/ }).click();
  await enter(page, 'grace@example.com', 'nanoseconds');
  await page.getByRole('button', { name: 'Create account' }).click();
  await new Studio(page).button('Account').click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();

  await page.getByLabel('E-mail').fill('grace@example.com');
  await page.getByRole('button', { name: 'Forgot your password?' }).click();

  await expect(page.getByText('We have sent a link to grace@example.com')).toBeVisible();
});

test("sign-in with Google reaches for Google's script, and says so when it cannot be had", async ({ page }) => {
  const asked: string[] = [];
  await page.route('https://apis.google.com/**', (route) => {
    asked.push(new URL(route.request().url()).pathname);
    return route.abort();
  });
  await page.goto('/');
  await page.getByRole('button', { name: 'Continue with Google' }).click();

  await expect(page.getByText(/sign-in service cannot be reached|Sign-in did not work/)).toBeVisible();
  expect(asked).toContain('/js/api.js');
});

async function enter(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
}
