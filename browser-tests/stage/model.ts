import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LOGIN_FLOW } from './replies.ts';

/** How much of a reply is sent before the model pauses: the first nodes are complete by then. */
const BEFORE_THE_PAUSE = 0.45;
const PIECE = 40;

/**
 * A model server that speaks the streaming protocol of OpenAI and does as the test says. Nothing here waits for time: it
 * pauses in the middle of a reply until it is told to go on.
 */
export class Model {
  private reply: object = LOGIN_FLOW;
  private refusal: number | null = null;
  private gate: { opened: Promise<void>; open: () => void } | null = null;
  private readonly listening = new Set<ServerResponse>();

  private count = 0;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<Model> {
    const server = createServer();
    const model = new Model(server);
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      void model.answer(request, response);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return model;
  }

  /** What makes a service ask it. */
  get settings(): Record<string, string> {
    const { port } = this.server.address() as AddressInfo;
    return {
      AI_PROVIDER: 'openai',
      OPENAI_API_KEY: 'sk-not-a-real-key',
      OPENAI_MODEL: 'staged',
      OPENAI_BASE_URL: `http://127.0.0.1:${port}/v1`,
    };
  }

  /** As it was in the beginning: answers at once, with a login flow. */
  reset(): void {
    this.goOn();
    this.reply = LOGIN_FLOW;
    this.refusal = null;
    this.count = 0;
  }

  replies(reply: object): void {
    this.reply = reply;
  }

  /** Answers with this status, until it is reset. */
  refuses(status: number): void {
    this.refusal = status;
  }

  /** From now on every reply stops in its middle, until `goOn`. */
  pauses(): void {
    let open = (): void => undefined;
    const opened = new Promise<void>((resolve) => (open = resolve));
    this.gate = { opened, open };
  }

  goOn(): void {
    this.gate?.open();
    this.gate = null;
  }

  /** How many callers it is answering now. */
  get callers(): number {
    return this.listening.size;
  }

  /** How often it was asked since it was reset. */
  get asked(): number {
    return this.count;
  }

  close(): void {
    this.goOn();
    this.server.closeAllConnections();
    this.server.close();
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.count += 1;
    this.listening.add(response);
    response.once('close', () => this.listening.delete(response));
    request.resume();
    await once(request, 'end');
    if (this.refusal !== null) {
      response.writeHead(this.refusal, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ error: { message: 'Refused by the test', type: 'invalid_request_error' } }));
      return;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    await this.stream(response, JSON.stringify(this.reply));
  }

  private async stream(response: ServerResponse, text: string): Promise<void> {
    const pause = Math.floor(text.length * BEFORE_THE_PAUSE);
    write(response, text.slice(0, pause));
    await this.gate?.opened;
    for (let at = pause; at < text.length; at += PIECE) {
      write(response, text.slice(at, at + PIECE));
    }
    response.write(event({}, 'stop'));
    response.write(usage(text));
    response.end('data: [DONE]\n\n');
  }
}

function write(response: ServerResponse, content: string): void {
  response.write(event({ role: 'assistant', content }, null));
}

function event(delta: object, finish: string | null): string {
  return chunk({ choices: [{ index: 0, delta, finish_reason: finish }] });
}

/** What the reply is charged for: about four letters a token. */
function usage(text: string): string {
  const said = Math.ceil(text.length / 4);
  return chunk({ choices: [], usage: { prompt_tokens: 1_200, completion_tokens: said, total_tokens: 1_200 + said } });
}

function chunk(content: object): string {
  const whole = { id: 'c', object: 'chat.completion.chunk', created: 1, model: 'staged', ...content };
  return `data: ${JSON.stringify(whole)}\n\n`;
}
