import { expect, test } from '../stage/test.ts';

const lightness = (color: string): number =>
  (color.match(/\d+(\.\d+)?/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 3;

test.describe('where the system is dark', () => {
  test.use({ colorScheme: 'dark' });

  test('the page is dark from its first frame', async ({ page, studio }) => {
    await studio.open();
    expect(lightness(await paperOf(page))).toBeLessThan(60);
  });

  test('it becomes light when that is chosen, and stays so', async ({ page, studio }) => {
    await studio.open();
    await studio.button('Appearance').click();
    await page.getByRole('menuitemradio', { name: 'Light' }).click();
    expect(lightness(await paperOf(page))).toBeGreaterThan(200);

    await page.reload();
    await expect(studio.wish).toBeVisible();
    expect(lightness(await paperOf(page))).toBeGreaterThan(200);
  });
});

function paperOf(page: import('@playwright/test').Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.body).backgroundColor);
}
