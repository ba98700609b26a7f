import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { ApiError } from '../shared/api/errors';
import { useAtelier } from '../shared/atelier/AtelierProvider';

/** Remembers answers for one user: whoever signs in next starts with none of them. */
export function Queries({ children }: { children: ReactNode }): ReactNode {
  const atelier = useAtelier();
  const [known, remember] = useState(() => ({ atelier, queries: newQueries() }));
  if (known.atelier !== atelier) {
    remember({ atelier, queries: newQueries() });
  }
  return <QueryClientProvider client={known.queries}>{children}</QueryClientProvider>;
}

function newQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { retry: isWorthIt, staleTime: 10_000, refetchOnWindowFocus: true } },
  });
}

/** What was refused is refused again; what did not arrive may arrive. */
function isWorthIt(failures: number, cause: Error): boolean {
  return failures < 1 && !(cause instanceof ApiError && cause.status >= 400 && cause.status < 500);
}
