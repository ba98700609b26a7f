import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { BrowserRouter } from 'react-router';
import { AppRoutes } from './AppRoutes';
import { Crash } from './Crash';
import { Gate } from './Gate';

const queries = new QueryClient({
  defaultOptions: { queries: { retry: 1, staleTime: 10_000, refetchOnWindowFocus: true } },
});

export function App(): ReactNode {
  return (
    <Crash>
      <QueryClientProvider client={queries}>
        <BrowserRouter>
          <Gate>
            <AppRoutes />
          </Gate>
        </BrowserRouter>
      </QueryClientProvider>
    </Crash>
  );
}
