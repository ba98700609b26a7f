import { defineConfig } from '@playwright/test';
import { browser } from './stage/browser.ts';

export default defineConfig({
  outputDir: 'target/traces',
  // Each journey has its own service where it needs one; the machine has few cores, so one at a time.
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['junit', { outputFile: 'target/journeys.xml' }]],
  use: {
    ...browser,
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'journeys', testDir: 'journeys' },
    { name: 'screenshots', testDir: 'screenshots' },
    { name: 'measures', testDir: 'measures' },
  ],
});
