import { expect, test } from '../stage/test.ts';

test('a canvas is asked for, cancelled, and drawn after all by keyboard alone', async ({ page, studio, model }) => {
  model.pauses();
  await studio.open();
  await tabTo(page, /What shall we draw/);
  await page.keyboard.type('A login flow');
  await page.keyboard.press('Control+Enter');
  await studio.isDrawing();

  await tabTo(page, /^Cancel$/);
  await page.keyboard.press('Enter');
  await expect(studio.canvas).toHaveAttribute('data-state', 'failed');

  model.goOn();
  await tabTo(page, /^Try again$/);
  await page.keyboard.press('Space');
  await studio.isFinished();
});

test('the first Tab leads past the header, and focus can be seen', async ({ page, studio }) => {
  await studio.open();
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

/** Presses Tab until what has the focus is named so, as somebody without a mouse does. */
async function tabTo(page: import('@playwright/test').Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    if ((await focused.count()) === 1 && name.test(await nameOf(focused))) {
      return;
    }
  }
  throw new Error(`Tab never reaches ${name}`);
}

async function nameOf(focused: import('@playwright/test').Locator): Promise<string> {
  return focused.evaluate((element) => {
    const labels = element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement ? element.labels : null;
    return (labels?.[0]?.textContent ?? element.getAttribute('aria-label') ?? element.textContent ?? '').trim();
  });
}
