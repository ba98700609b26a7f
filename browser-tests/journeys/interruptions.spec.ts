import { expect, test } from '../stage/test.ts';

test('a refresh in the middle of a job loses nothing', async ({ page, studio, model }) => {
  model.pauses();
  await studio.open();
  await studio.ask('A login flow');
  await studio.isDrawing();

  await page.reload();

  await studio.isDrawing();
  model.goOn();
  await studio.isFinished();
  expect(model.asked).toBe(1);
});

test('a job that ends while the network is gone is there when it is back', async ({ page, context, studio, model }) => {
  model.pauses();
  await studio.open();
  await studio.ask('A login flow');
  await studio.isDrawing();

  await context.setOffline(true);
  await expect(page.getByText('You are offline')).toBeVisible();
  model.goOn();
  await expect.poll(() => model.callers).toBe(0);
  await expect(studio.canvas).toHaveAttribute('data-state', 'drawing');
  await context.setOffline(false);

  await studio.isFinished();
  await expect(page.getByText('You are offline')).toBeHidden();
});

test('what was written stays when it cannot be sent', async ({ page, context, studio }) => {
  await studio.open();
  await expect(page.getByText('What you have drawn will be listed here.')).toBeVisible();
  await context.setOffline(true);

  await studio.wish.fill('A login flow');
  await studio.draw.click();

  await expect(page.getByRole('alert')).toContainText('cannot be reached');
  await expect(studio.wish).toHaveValue('A login flow');
  await context.setOffline(false);
  await studio.draw.click();
  await studio.isFinished();
});

test('a server that is restarted in the middle of a job finishes it, and the page sees it', async ({
  page,
  studio,
  model,
  service,
}) => {
  model.pauses();
  await studio.open();
  await studio.ask('A login flow');
  await studio.isDrawing();

  await service.stop();
  await expect(page.getByText('Connection lost')).toBeVisible();
  model.goOn();
  await service.start();

  await studio.isFinished();
});
