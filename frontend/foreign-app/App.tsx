import { AIAgentPanel, AtelierProvider, useAIAgent, useJob, type DrawnResult } from '@atelier/react';
import '@atelier/react/styles.css';
import { useState, type ReactNode } from 'react';

/** Somebody else's app: its own sign-in, its own page, our hooks and panel. */
export function App({ fetch }: { fetch: (request: Request) => Promise<Response> }): ReactNode {
  return (
    <AtelierProvider
      baseUrl="https://atelier.example/api/ai-agent"
      getToken={({ forceRefresh }) => Promise.resolve(forceRefresh ? 'fresh' : 'token')}
      user="alice"
      transports={[]}
      fetch={fetch}
    >
      <Drawing />
      <Headless />
    </AtelierProvider>
  );
}

function Drawing(): ReactNode {
  const [drawn, setDrawn] = useState<DrawnResult | null>(null);
  return (
    <main>
      <AIAgentPanel onCompleted={setDrawn} />
      <p>{drawn === null ? 'nothing yet' : drawn.title}</p>
    </main>
  );
}

function Headless(): ReactNode {
  const { createCanvas, isLoading, error } = useAIAgent();
  const [id, setId] = useState<string | null>(null);
  const { job } = useJob(id);
  return (
    <button
      onClick={() => {
        createCanvas('a cat', { style: 'minimal' }).then(
          (accepted) => setId(accepted.job_id),
          () => undefined,
        );
      }}
    >
      {isLoading ? 'loading' : (error?.kind ?? job?.status ?? 'go')}
    </button>
  );
}
