import { expect, test } from '../stage/test.ts';

test('a job that is cancelled stops the model and can be started again', async ({ page, studio, model }) => {
  model.pauses();
  await studio.open();
  await studio.ask('A login flow');
  await studio.isDrawing();

  await studio.button('Cancel').click();

  await expect(page.getByText('Cancelled').first()).toBeVisible();
  await expect.poll(() => model.callers).toBe(0);
  model.goOn();
  await studio.button('Try again').click();
  await studio.isFinished();
});

test('a failed job says why, and succeeds when it is tried again', async ({ page, studio, model }) => {
  model.refuses(400);
  await studio.open();
  await studio.ask('A login flow');

  await expect(page.getByText('It could not be drawn')).toBeVisible();
  await expect(studio.canvas).toHaveAttribute('data-state', 'failed');
  model.reset();
  await studio.button('Try again').click();

  await studio.isFinished();
  await expect(page.getByText('It could not be drawn')).toBeHidden();
});

test('a wish that is too long is counted and refused before it is sent', async ({ page, studio }) => {
  await studio.open();
  await studio.wish.fill('x'.repeat(1001));
  await studio.draw.click();

  await expect(page.getByText('1 character too many')).toBeVisible();
  await expect(page).toHaveURL(/\/$/);
});
