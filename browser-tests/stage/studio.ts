import { ApiClient } from './api.ts';
import { expect, type Locator, type Page } from '@playwright/test';

export interface SavedCanvas {
  objects: { id: string; properties: { x: number; y: number } }[];
}

/** The studio as a person sees it: what is on it is found by its role and its words. */
export class Studio {
  readonly wish: Locator;
  readonly draw: Locator;
  readonly canvas: Locator;
  readonly progress: Locator;
  readonly history: Locator;

  constructor(readonly page: Page) {
    this.wish = page.getByRole('textbox', { name: 'What shall we draw?' });
    this.draw = page.getByRole('button', { name: /^Draw/ });
    this.canvas = page.getByRole('region', { name: 'Canvas' });
    this.progress = page.getByRole('region', { name: 'Progress' });
    this.history = page.getByRole('region', { name: 'Draw with AI' }).getByRole('list').last();
  }

  async open(): Promise<void> {
    await this.page.goto('/');
    await expect(this.wish).toBeEnabled();
  }

  async ask(words: string): Promise<void> {
    await this.wish.fill(words);
    await this.draw.click();
    await expect(this.page).toHaveURL(/\/studio\//);
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** How many objects the canvas shows. */
  async objects(): Promise<number> {
    return Number(await this.canvas.getAttribute('data-objects'));
  }

  /** Asks for a change of the canvas that is open. */
  async change(words: string): Promise<void> {
    await this.page.getByRole('radio', { name: 'Change this canvas' }).check();
    await this.page.getByRole('textbox', { name: 'What shall we change?' }).fill(words);
    await this.page.getByRole('button', { name: /^Change it/ }).click();
  }

  async isDrawing(): Promise<void> {
    await expect(this.progress).toBeVisible();
    await expect(this.canvas).toHaveAttribute('data-state', 'drawing');
  }

  /** The canvas as the service has it now. */
  async saved(): Promise<SavedCanvas> {
    const jobId = this.page.url().split('/').at(-1) ?? '';
    const { name } = await this.page.evaluate(
      () => JSON.parse(localStorage.getItem('atelier.development.user') ?? '') as { name: string },
    );
    const api = await ApiClient.of(this.page, name);
    const { job } = await api.get<{ job: { canvas_id: string } }>(`/job/${jobId}/status`);
    return (await api.get<{ canvas: SavedCanvas }>(`/canvases/${job.canvas_id}`)).canvas;
  }

  async isFinished(): Promise<void> {
    await expect(this.canvas).toHaveAttribute('data-state', 'ready');
    await expect(this.progress).toBeHidden();
  }
}
