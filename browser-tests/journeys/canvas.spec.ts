import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { WITH_A_CODE } from '../stage/replies.ts';
import type { Studio } from '../stage/studio.ts';
import { expect, test } from '../stage/test.ts';

/** Its title, five shapes, five arrows and two words at them. */
const OBJECTS_OF_THE_FLOW = 13;

test('objects appear while the AI still works', async ({ studio, model }) => {
  model.pauses();
  await studio.open();
  await studio.ask('A login flow');

  await studio.isDrawing();
  await expect.poll(() => studio.objects()).toBeGreaterThan(0);
  expect(await studio.objects()).toBeLessThan(OBJECTS_OF_THE_FLOW);

  model.goOn();
  await studio.isFinished();
  await expect.poll(() => studio.objects()).toBe(OBJECTS_OF_THE_FLOW);
});

test('a text is edited by keyboard, saved, undone and done again', async ({ page, studio }) => {
  await studio.open();
  await studio.ask('A login flow');
  await studio.isFinished();

  await surface(page).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: /^Text of/ }).fill('Knock at the door');
  await page.keyboard.press('Enter');

  await studio.isFinished();
  await expect(outline(page)).toContainText('Knock at the door');
  await page.reload();
  await studio.isFinished();
  await expect(outline(page)).toContainText('Knock at the door');

  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(outline(page)).not.toContainText('Knock at the door');
  await studio.button('Redo').click();
  await expect(outline(page)).toContainText('Knock at the door');
  await studio.isFinished();
});

test('a shape that is dragged stays where it was put', async ({ page, studio }) => {
  await studio.open();
  await studio.ask('A login flow');
  await studio.isFinished();
  const box = await boxOf(surface(page));
  const before = await placesOf(studio);

  // The flow leads down at the left of its sheet: a pointer that goes there meets the decision.
  const middle = { x: box.x + box.width * 0.416, y: box.y + box.height * 0.589 };
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  await page.mouse.move(middle.x + 60, middle.y, { steps: 5 });
  await page.mouse.up();

  await expect.poll(() => placesOf(studio)).not.toEqual(before);
  await studio.isFinished();
  const moved = await placesOf(studio);
  await page.reload();
  await studio.isFinished();
  expect(await placesOf(studio)).toEqual(moved);
});

test('a change by instruction is shown first, and discarded or kept', async ({ page, studio, model }) => {
  await studio.open();
  await studio.ask('A login flow');
  await studio.isFinished();
  model.replies(WITH_A_CODE);

  await studio.change('Send a code at the end');
  await expect(studio.canvas).toHaveAttribute('data-state', 'review');
  await expect(page.getByRole('region', { name: 'Keep this change?' })).toContainText('1 added');
  await expect(outline(page)).toContainText('Send a code');
  await studio.button('Discard').click();
  await studio.isFinished();
  await expect(outline(page)).not.toContainText('Send a code');

  await studio.change('Send a code at the end');
  await studio.button('Keep').click();
  await studio.isFinished();
  await page.reload();
  await studio.isFinished();
  await expect(outline(page)).toContainText('Send a code');
});

test('a canvas is taken along in four forms', async ({ page, studio }) => {
  await studio.open();
  await studio.ask('A login flow');
  await studio.isFinished();

  const png = await exported(page, 'PNG picture');
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.readUInt32BE(16)).toBeGreaterThan(200);
  expect((await exported(page, 'SVG drawing')).toString()).toMatch(/<svg[\s\S]*Show the dashboard/);
  expect(JSON.parse((await exported(page, 'Excalidraw file')).toString())).toHaveProperty('elements');
  expect((await exported(page, 'Mermaid text')).toString()).toContain('flowchart');
});

function surface(page: Page): Locator {
  return page.getByRole('application', { name: /^Canvas:/ });
}

/** The drawing as text, for those who hear the page. */
function outline(page: Page): Locator {
  return page.getByRole('region', { name: 'List of objects' });
}

/** Where the service says that everything is. */
async function placesOf(studio: Studio): Promise<unknown> {
  const { objects } = await studio.saved();
  return objects.map(({ id, properties: { x, y } }) => ({ id, x, y }));
}

async function boxOf(locator: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await locator.boundingBox();
  if (box === null) {
    throw new Error('it cannot be seen');
  }
  return box;
}

async function exported(page: Page, form: string): Promise<Buffer> {
  await page.getByRole('button', { name: 'Export' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: form }).click();
  return readFileSync(await (await download).path());
}
