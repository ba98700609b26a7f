import { randomUUID } from 'node:crypto';
import { test as base } from '@playwright/test';
import { Model } from './model.ts';
import { Service } from './service.ts';
import { Studio } from './studio.ts';

interface Shared {
  model: Model;
  service: Service;
}

interface Own {
  /** A name that nobody else has, so that no test sees the jobs of another. */
  user: string;
  studio: Studio;
}

/** One service and one model for all; a user, a browser context and a studio of its own for each test. */
export const test = base.extend<Own, Shared>({
  model: [
    async ({}, use) => {
      const model = await Model.start();
      await use(model);
      model.close();
    },
    { scope: 'worker' },
  ],
  service: [
    async ({ model }, use) => {
      const service = await Service.start({
        ...model.settings,
        RATE_LIMIT_CREATE: '1000/minute',
        RATE_LIMIT_READ: '100000/minute',
      });
      await use(service);
      await service.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ service }, use) => use(service.url),
  user: async ({ context }, use) => {
    const name = `u-${randomUUID().slice(0, 8)}`;
    await context.addInitScript((user) => {
      const stored = 'atelier.development.user';
      if (localStorage.getItem(stored) === null) {
        localStorage.setItem(stored, JSON.stringify({ name: user, isAdmin: false }));
      }
    }, name);
    await use(name);
  },
  studio: async ({ page, model, user: _ }, use) => {
    model.reset();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await use(new Studio(page));
    model.reset();
    if (errors.length > 0) {
      throw new Error(`The page threw: ${errors.join('; ')}`);
    }
  },
});

export { expect } from '@playwright/test';
