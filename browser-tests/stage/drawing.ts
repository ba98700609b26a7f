import { test as base } from '@playwright/test';
import { Service } from './service.ts';

/** A service that draws by itself, as a first user starts it. */
export const test = base.extend<object, { service: Service }>({
  service: [
    async ({}, use) => {
      const service = await Service.start({ RATE_LIMIT_CREATE: '1000/minute' });
      await use(service);
      await service.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ service }, use) => use(service.url),
});

export { expect } from '@playwright/test';
