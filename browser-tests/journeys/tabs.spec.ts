import { expect, test } from '../stage/test.ts';
import { Studio } from '../stage/studio.ts';

test('two tabs of one user show the same job, live', async ({ context, studio, model }) => {
  model.pauses();
  const other = new Studio(await context.newPage());
  await other.open();
  await studio.open();

  await studio.ask('A login flow');
  const entry = other.history.getByRole('button', { name: /A login flow/ });
  await expect(entry).toContainText('Drawing');
  await entry.click();
  await other.isDrawing();

  await other.button('Cancel').click();
  await expect(studio.canvas).toHaveAttribute('data-state', 'failed');
  await studio.button('Try again').click();
  await other.isDrawing();
  model.goOn();
  await studio.isFinished();
  await other.isFinished();
});

test('somebody else sees nothing of it', async ({ studio, browser, baseURL }) => {
  await studio.open();
  await studio.ask('A login flow');
  await studio.isFinished();

  const stranger = await browser.newContext({ baseURL: baseURL ?? '' });
  const tab = await stranger.newPage();
  await tab.goto(studio.page.url());

  await expect(tab.getByText('It is not here any more')).toBeVisible();
  await stranger.close();
});
