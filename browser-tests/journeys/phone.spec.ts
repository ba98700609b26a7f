import { expect, test } from '../stage/test.ts';

test.use({ viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true });

test('on a phone a canvas is asked for and looked at with a thumb', async ({ page, studio }) => {
  await studio.open();

  await studio.wish.tap();
  await studio.wish.fill('A login flow');
  await studio.draw.tap();

  await studio.isFinished();
  await expect(studio.canvas).toBeInViewport();
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
});
