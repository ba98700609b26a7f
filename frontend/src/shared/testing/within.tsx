import type { ReactNode } from 'react';
import { AtelierProvider } from '../atelier/AtelierProvider';
import type { LiveEvent } from '../live/events';
import type { Ending, Link, Transport } from '../live/transport';
import type { FakeService } from './service';

/** A transport by which a test tells what happens. */
export class TestTransport implements Transport {
  readonly name = 'sse';
  private link: Link | null = null;

  get isOpen(): boolean {
    return this.link !== null && !this.link.signal.aborted;
  }

  run(link: Link): Promise<Ending> {
    this.link = link;
    link.opened(true);
    return new Promise((end) =>
      link.signal.addEventListener('abort', () => end({ reason: 'closed' })),
    );
  }

  tell(event: LiveEvent): void {
    this.link?.deliver(event);
  }
}

interface WithinProps {
  service: FakeService;
  transport: TestTransport;
  user?: string | null;
  children?: ReactNode;
}

/** A wrapper for components and hooks under test. */
export function within({ service, transport, user = 'alice' }: WithinProps) {
  const transports = [transport];
  const getToken = () => Promise.resolve('token');
  return function Within({ children }: { children: ReactNode }): ReactNode {
    return (
      <AtelierProvider
        getToken={getToken}
        user={user}
        transports={transports}
        fetch={service.fetch}
      >
        {children}
      </AtelierProvider>
    );
  };
}
