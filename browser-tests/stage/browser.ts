import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The browser of this machine: nothing is downloaded. */
function chromium(): string {
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => ['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(folder, name)));
  const found = [process.env['CHROMIUM_PATH'] ?? '', ...onPath].find(isExecutable);
  if (found === undefined) {
    throw new Error('No Chromium: set CHROMIUM_PATH, or install chromium.');
  }
  return found;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return file !== '';
  } catch {
    return false;
  }
}

export const browser = {
  browserName: 'chromium' as const,
  launchOptions: {
    executablePath: chromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  },
};
