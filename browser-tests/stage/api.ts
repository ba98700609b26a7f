import type { Page } from '@playwright/test';

/** The service as a program sees it, for what a test prepares or looks up. */
export class ApiClient {
  private constructor(
    private readonly page: Page,
    private readonly token: string,
  ) {}

  static async of(page: Page, user: string): Promise<ApiClient> {
    const answer = await page.request.post('/api/ai-agent/dev/token', { data: { user } });
    const { token } = (await answer.json()) as { token: string };
    return new ApiClient(page, token);
  }

  async get<T>(path: string): Promise<T> {
    return this.json(await this.page.request.get(`/api/ai-agent${path}`, { headers: this.headers }));
  }

  async post<T>(path: string, data: object): Promise<T> {
    return this.json(await this.page.request.post(`/api/ai-agent${path}`, { headers: this.headers, data }));
  }

  /** A job that has ended. */
  async draw(instructions: string, more: object = {}): Promise<void> {
    await this.page.request.post('/api/ai-agent/create-canvas', {
      headers: { ...this.headers, Prefer: 'wait=30' },
      data: { instructions, ...more },
    });
  }

  private get headers(): Record<string, string> {
    return { Authorization: `Bearer ${this.token}` };
  }

  private async json<T>(answer: { ok(): boolean; text(): Promise<string>; json(): Promise<unknown> }): Promise<T> {
    if (!answer.ok()) {
      throw new Error(await answer.text());
    }
    return (await answer.json()) as T;
  }
}
