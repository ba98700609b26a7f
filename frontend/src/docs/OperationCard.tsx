import { useState, type ReactNode } from 'react';
import type { Api, Media, Operation } from './openapi';
import { Prose } from './Prose';
import { SchemaView } from './SchemaView';
import { TryIt } from './TryIt';

interface Props {
  api: Api;
  operation: Operation;
  /** null where nothing can be tried. */
  token: string | null;
}

/** One operation, folded until somebody wants to read it. */
export function OperationCard({ api, operation, token }: Props): ReactNode {
  const [isOpen, setOpen] = useState(location.hash === `#${operation.operationId}`);
  return (
    <details
      className="card"
      id={operation.operationId}
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <span className={`method ${operation.method.toLowerCase()}`}>{operation.method}</span> <code>{operation.path}</code>{' '}
        <span>{operation.summary}</span>
      </summary>
      {isOpen && (
        <>
          {operation.description !== undefined && <Prose text={operation.description} />}
          {operation.isOpen && token !== null && <p>It needs no token.</p>}
          {operation.parameters.length > 0 && <Parameters api={api} operation={operation} />}
          {operation.body !== undefined && (
            <>
              <h3>Body</h3>
              <MediaView api={api} type="application/json" media={operation.body} />
            </>
          )}
          {token !== null && <TryIt api={api} operation={operation} token={token} />}
          <h3>Answers</h3>
          {operation.replies.map(([status, reply]) => (
            <details key={status} className="answer">
              <summary>
                <strong>{status}</strong> {reply.description}
              </summary>
              {reply.headers !== undefined && (
                <dl>
                  {Object.entries(reply.headers).map(([name, header]) => (
                    <div key={name}>
                      <dt>
                        <code>{name}</code>
                      </dt>
                      <dd>{api.resolve(header).description}</dd>
                    </div>
                  ))}
                </dl>
              )}
              {Object.entries(reply.content ?? {}).map(([type, media]) => (
                <MediaView key={type} api={api} type={type} media={media} />
              ))}
            </details>
          ))}
        </>
      )}
    </details>
  );
}

function Parameters({ api, operation }: { api: Api; operation: Operation }): ReactNode {
  return (
    <>
      <h3>Parameters</h3>
      <dl>
        {operation.parameters.map((parameter) => (
          <div key={parameter.name}>
            <dt>
              <code>{parameter.name}</code> in {parameter.in}
              {parameter.required === true && ', required'}
            </dt>
            <dd>
              {parameter.description !== undefined && <Prose text={parameter.description} />}
              <SchemaView api={api} schema={parameter.schema} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function MediaView({ api, type, media }: { api: Api; type: string; media: Media }): ReactNode {
  const example = media.example ?? api.resolve(media.schema).example;
  return (
    <>
      <p>
        <code>{type}</code>
      </p>
      <SchemaView api={api} schema={media.schema} />
      {Object.entries(media['x-events'] ?? {}).map(([name, schema]) => (
        <div key={name}>
          <p>
            Event <code>{name}</code>
          </p>
          <SchemaView api={api} schema={schema} />
        </div>
      ))}
      {example !== undefined && (
        // Long examples scroll, also by keys alone.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <pre tabIndex={0} aria-label="Example">{typeof example === 'string' ? example : JSON.stringify(example, null, 2)}</pre>
      )}
    </>
  );
}
