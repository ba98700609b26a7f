import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { freePort } from './service.ts';

const CLI = fileURLToPath(new URL('../node_modules/firebase-tools/lib/bin/firebase.js', import.meta.url));
/** A name that begins so never leads to a real project. */
const PROJECT = 'demo-atelier';
const READY = 'All emulators ready';
const PATIENCE_MS = 90_000;

/** The Firebase Auth emulator, as Firebase publishes it. */
export class FirebaseEmulator {
  private constructor(
    readonly port: number,
    private readonly folder: string,
    private readonly process: ChildProcess,
  ) {}

  static async start(): Promise<FirebaseEmulator> {
    const [port, hub, logging] = [await freePort(), await freePort(), await freePort()];
    const folder = mkdtempSync(join(tmpdir(), 'atelier-firebase-'));
    const at = (port: number): object => ({ host: '127.0.0.1', port });
    const emulators = { auth: at(port), hub: at(hub), logging: at(logging), ui: { enabled: false } };
    writeFileSync(join(folder, 'firebase.json'), JSON.stringify({ emulators }));
    const child = spawn(
      process.execPath,
      [CLI, 'emulators:start', '--only', 'auth', '--project', PROJECT, '--non-interactive'],
      { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, CI: 'true' } },
    );
    await ready(child);
    return new FirebaseEmulator(port, folder, child);
  }

  /** What makes a service believe its tokens. */
  get settings(): Record<string, string> {
    return { FIREBASE_PROJECT_ID: PROJECT, FIREBASE_AUTH_EMULATOR_HOST: `127.0.0.1:${this.port}` };
  }

  async close(): Promise<void> {
    this.process.kill('SIGTERM');
    if (this.process.exitCode === null) {
      await once(this.process, 'exit');
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}

async function ready(child: ChildProcess): Promise<void> {
  const said: string[] = [];
  await new Promise<void>((resolve, reject) => {
    const fail = (why: string): void =>
      reject(new Error(`The Firebase emulator did not come up: ${why}\n${said.join('\n')}`));
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream! }).on('line', (line) => {
        said.push(line);
        if (line.includes(READY)) {
          resolve();
        }
      });
    }
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code) => fail(`it ended with ${code}`));
    setTimeout(() => fail('it says nothing'), PATIENCE_MS).unref();
  });
}
