import { expect, type Locator, type Page } from '@playwright/test';

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

  async isDrawing(): Promise<void> {
    await expect(this.progress).toBeVisible();
    await expect(this.canvas).toHaveAttribute('data-state', 'drawing');
  }

  async isFinished(): Promise<void> {
    await expect(this.canvas).toHaveAttribute('data-state', 'ready');
    await expect(this.progress).toBeHidden();
  }
}
