import { fireEvent, render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { App } from './App';

vi.stubGlobal(
  'ResizeObserver',
  class {
    observe() {}
    unobserve() {}
    disconnect() {}
  },
);

it('works in an app that knows nothing but the package', async () => {
  const asked: string[] = [];
  const fetch = (request: Request): Promise<Response> => {
    asked.push(`${request.method} ${request.url} ${request.headers.get('Authorization')}`);
    const body = request.method === 'POST' ? { job_id: 'j', status: 'queued' } : { jobs: [] };
    return Promise.resolve(Response.json({ success: true, ...body }, { status: 202 }));
  };

  render(<App fetch={fetch} />);
  fireEvent.click(screen.getByRole('button', { name: 'go' }));

  await vi.waitFor(() =>
    expect(asked).toContain('POST https://atelier.example/api/ai-agent/create-canvas Bearer token'),
  );
  expect(screen.getByRole('textbox', { name: 'What shall we draw?' })).toBeTruthy();
});
