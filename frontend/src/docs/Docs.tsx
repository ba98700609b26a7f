import { useEffect, useState, type ReactNode } from 'react';
import { Authorize } from './Authorize';
import { loadApi, type Api } from './openapi';
import { OperationCard } from './OperationCard';
import { Prose } from './Prose';

const DOCUMENT = '/api/ai-agent/openapi';

/** The whole API, to read and to try. */
export function Docs(): ReactNode {
  const [api, setApi] = useState<Api | Error | null>(null);
  const [token, setToken] = useState('');
  useEffect(() => {
    loadApi(DOCUMENT).then(setApi, (failure: unknown) => setApi(failure instanceof Error ? failure : new Error(String(failure))));
  }, []);

  if (api === null) {
    return <main className="page">Loading…</main>;
  }
  if (api instanceof Error) {
    return (
      <main className="page" role="alert">
        {api.message}
      </main>
    );
  }
  return (
    <>
      <a className="skip" href="#operations">
        Skip to the operations
      </a>
      <header className="top">
        <h1>{api.title} API</h1>
        <p>
          <a href={DOCUMENT}>OpenAPI document</a> · <a href="/">Studio</a>
        </p>
      </header>
      <div className="columns">
        <nav aria-label="Operations">
          {api.tags.map((tag) => (
            <section key={tag.name}>
              <h2>{tag.name}</h2>
              <ul>
                {of(api, tag.name).map((operation) => (
                  <li key={operation.operationId}>
                    <a href={`#${operation.operationId}`}>
                      <span className="method">{operation.method}</span> {operation.path}
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </nav>
        <main className="page" id="operations">
          <Prose text={api.description} />
          <Authorize base={api.base} token={token} onToken={setToken} />
          {api.tags.map((tag) => (
            <section key={tag.name} aria-labelledby={`tag-${tag.name}`}>
              <h2 id={`tag-${tag.name}`}>{tag.name}</h2>
              <p>{tag.description}</p>
              {of(api, tag.name).map((operation) => (
                <OperationCard key={operation.operationId} api={api} operation={operation} token={token} />
              ))}
            </section>
          ))}
          <section aria-labelledby="tag-webhooks">
            <h2 id="tag-webhooks">webhooks</h2>
            <p>What the service sends to you.</p>
            {api.webhooks.map((operation) => (
              <OperationCard key={operation.operationId} api={api} operation={operation} token={null} />
            ))}
          </section>
        </main>
      </div>
    </>
  );
}

function of(api: Api, tag: string): Api['operations'] {
  return api.operations.filter((operation) => operation.tags.includes(tag));
}
