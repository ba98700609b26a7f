import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { MemoryRouter, useLocation } from 'react-router';
import type { FakeService } from './service';
import { TestTransport, within } from './within';

interface OnPageProps {
  service: FakeService;
  transport?: TestTransport;
  /** Where the page is opened. */
  address?: string;
}

/** A wrapper for what is shown on a page: with an address, and answers that are remembered for one test. */
export function onPage({ service, transport = new TestTransport(), address = '/' }: OnPageProps) {
  const Within = within({ service, transport });
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return function OnPage({ children }: { children: ReactNode }): ReactNode {
    return (
      <Within>
        <QueryClientProvider client={queries}>
          <MemoryRouter initialEntries={[address]}>
            {children}
            <Address />
          </MemoryRouter>
        </QueryClientProvider>
      </Within>
    );
  };
}

/** So that a test sees where it has come to. */
function Address(): ReactNode {
  const { pathname, search } = useLocation();
  return <output aria-label="address">{pathname + search}</output>;
}
