import { useRef, useState, type ReactNode } from 'react';
import type { Api, Operation } from './openapi';

interface Heard {
  status: string;
  headers: string;
  body: string;
}

/** A form that sends the request from this page, and shows what comes back as it comes. */
export function TryIt({ api, operation, token }: { api: Api; operation: Operation; token: string }): ReactNode {
  const example = operation.body?.example;
  const [values, setValues] = useState<Record<string, string>>({});
  const [body, setBody] = useState(example === undefined ? '{}' : JSON.stringify(example, null, 2));
  const [heard, setHeard] = useState<Heard | null>(null);
  const [isSending, setSending] = useState(false);
  const stop = useRef<AbortController | null>(null);
  const id = (name: string): string => `${operation.operationId}-${name}`;

  async function send(): Promise<void> {
    stop.current = new AbortController();
    setSending(true);
    setHeard(null);
    try {
      const answer = await fetch(target(api, operation, values), {
        method: operation.method,
        headers: headers(operation, values, token),
        signal: stop.current.signal,
        ...(operation.body === undefined ? {} : { body }),
      });
      await hear(answer, setHeard);
    } catch (failure) {
      setHeard((before) => before ?? { status: String(failure), headers: '', body: '' });
    } finally {
      setSending(false);
    }
  }

  return (
    <form
      aria-label={`Try ${operation.method} ${operation.path}`}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h3>Try it</h3>
      <div className="fields">
        {operation.parameters.map(({ name, required }) => (
          <label key={name}>
            {name}{' '}
            <input
              id={id(name)}
              required={required === true}
              value={values[name] ?? ''}
              onChange={(event) => setValues({ ...values, [name]: event.target.value })}
            />
          </label>
        ))}
      </div>
      {operation.body !== undefined && (
        <label>
          Body
          <textarea rows={8} value={body} onChange={(event) => setBody(event.target.value)} spellCheck={false} />
        </label>
      )}
      <button type="submit" disabled={isSending}>
        Send
      </button>{' '}
      {isSending && (
        <button type="button" onClick={() => stop.current?.abort()}>
          Stop
        </button>
      )}
      <div role="status">
        {heard !== null && (
          <>
            <p>
              <strong>{heard.status}</strong>
            </p>
            {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, also by keys alone */}
            <pre tabIndex={0} aria-label="Answer">
              {heard.headers}
              {'\n'}
              {heard.body}
            </pre>
          </>
        )}
      </div>
    </form>
  );
}

function target(api: Api, operation: Operation, values: Record<string, string>): string {
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
  const query = new URLSearchParams();
  for (const { name } of operation.parameters.filter((parameter) => parameter.in === 'query')) {
    const value = values[name] ?? '';
    if (value !== '') {
      query.append(name, value);
    }
  }
  return `${api.base}${path}${query.size > 0 ? `?${query.toString()}` : ''}`;
}

function headers(operation: Operation, values: Record<string, string>, token: string): Record<string, string> {
  const sent: Record<string, string> = {};
  if (!operation.isOpen && token !== '') {
    sent.Authorization = `Bearer ${token}`;
  }
  if (operation.body !== undefined) {
    sent['Content-Type'] = 'application/json';
  }
  for (const { name } of operation.parameters.filter((parameter) => parameter.in === 'header')) {
    const value = values[name] ?? '';
    if (value !== '') {
      sent[name] = value;
    }
  }
  return sent;
}

async function hear(answer: Response, tell: (heard: Heard) => void): Promise<void> {
  const start = {
    status: `${answer.status} ${answer.statusText}`,
    headers: [...answer.headers].map(([name, value]) => `${name}: ${value}\n`).join(''),
  };
  tell({ ...start, body: '' });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (let piece = await reader?.read(); piece?.value !== undefined; piece = await reader?.read()) {
    text += piece.value;
    tell({ ...start, body: text });
  }
  tell({ ...start, body: pretty(text) });
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
