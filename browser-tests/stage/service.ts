import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const JAR = process.env['ATELIER_JAR'] ?? fileURLToPath(new URL('../../bootstrap/target/atelier.jar', import.meta.url));
const JAVA = process.env['ATELIER_JAVA'] ?? 'java';
const PATIENCE_MS = 90_000;
/** Each lives for seconds: what compiles code for long runs takes more than it gives. */
const SHORT_LIVED = ['-Xmx384m', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];

/** The product, started from its jar on an embedded PostgreSQL of its own, as a first user would. */
export class Service {
  /** Where its key and its database are. */
  readonly data = mkdtempSync(join(tmpdir(), 'atelier-browser-'));
  private process: ChildProcess | null = null;
  private readonly output: string[] = [];

  private constructor(
    private readonly port: number,
    private readonly settings: Record<string, string>,
  ) {}

  static async start(settings: Record<string, string> = {}): Promise<Service> {
    const service = new Service(await freePort(), settings);
    await service.start();
    return service;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** At the same address and on the same data as before, if it was stopped. */
  async start(): Promise<void> {
    const child = spawn(JAVA, [...SHORT_LIVED, '-jar', JAR], {
      env: {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        PORT: String(this.port),
        DATA_DIR: this.data,
        ...this.settings,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.process = child;
    await this.listening(child);
  }

  /** An orderly stop, as a deployment does it. */
  async stop(): Promise<void> {
    const child = this.process;
    if (child !== null && child.exitCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    this.process = null;
  }

  /** Stops it and removes what it has kept. */
  async close(): Promise<void> {
    await this.stop();
    rmSync(this.data, { recursive: true, force: true });
  }

  private async listening(child: ChildProcess): Promise<void> {
    if (child.stdout === null) {
      throw new Error('the service has no output');
    }
    const lines = createInterface(child.stdout);
    const up = new Promise<void>((resolve, reject) => {
      lines.on('line', (line) => {
        this.output.push(line);
        if (line.includes(this.url)) {
          resolve();
        }
      });
      child.once('error', reject);
      child.once('exit', (code) => reject(this.failure(`it ended with ${code}`)));
      setTimeout(() => reject(this.failure('it says nothing')), PATIENCE_MS).unref();
    });
    await up;
  }

  private failure(why: string): Error {
    return new Error(`The service did not come up: ${why}\n${this.output.slice(-40).join('\n')}`);
  }
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
