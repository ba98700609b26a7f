import { render, screen, within } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { aFinishedJob, aJob, idOf } from '../../shared/testing/jobs';
import { onPage } from '../../shared/testing/page';
import { FakeService, json, problem } from '../../shared/testing/service';
import { EverybodysJobs } from './EverybodysJobs';

const jobs = [aJob(3, { user_id: 'bob' }), aJob(2, { status: 'failed' }), aFinishedJob(1)];
let service: FakeService;
let user: UserEvent;

beforeEach(() => {
  user = userEvent.setup();
  service = new FakeService().on('GET /admin/jobs', json({ success: true, jobs, next_cursor: null }));
});

function show(address = '/system') {
  render(<EverybodysJobs />, { wrapper: onPage({ service, address }) });
  return screen.findByRole('link', { name: 'Wish 3' });
}

const dialog = () => within(screen.getByRole('dialog'));

describe('everybody’s jobs', () => {
  it('say whose they are, and lead to the administrator’s page about each', async () => {
    const link = await show('/system?user=bob');

    expect(link.getAttribute('href')).toBe(`/system/jobs/${idOf(3)}`);
    expect(link.closest('tr')?.textContent).toContain('bob');
    expect(service.of('GET /admin/jobs')[0]?.query.get('user_id')).toBe('bob');
  });

  it('are retried by filter once that is confirmed, and what became of it is said', async () => {
    service.on('POST /admin/jobs/retry', json({ success: true, matched: 2, done: 1, more: false }));
    await show('/system?tag=demo');
    await user.click(screen.getByRole('button', { name: 'Try all failed again…' }));

    expect(screen.getByRole('dialog').textContent).toContain('Status Failed, Tag “demo”, everybody’s jobs');
    expect(screen.getByRole('dialog').textContent).toContain('At least 1 job of those listed.');
    expect(service.of('POST /admin/jobs/retry')).toHaveLength(0);
    await user.click(dialog().getByRole('button', { name: 'Start again' }));

    expect(
      await screen.findByText('1 job started again. 1 job had moved on meanwhile and was left alone.'),
    ).toBeTruthy();
    expect(service.of('POST /admin/jobs/retry')[0]?.body).toEqual({ status: ['failed'], tag: 'demo', limit: 1_000 });
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('are cancelled by selection, those that can be', async () => {
    service.on('POST /admin/jobs/cancel', json({ success: true, matched: 1, done: 1, more: false }));
    await show();
    await user.click(screen.getByRole('checkbox', { name: 'Select all that are listed' }));
    await user.click(screen.getByRole('button', { name: 'Cancel (1)' }));
    expect(screen.getByRole('dialog').textContent).toContain('1 job that you have selected.');
    await user.click(dialog().getByRole('button', { name: 'Cancel jobs' }));

    expect(await screen.findByText('1 job cancelled.')).toBeTruthy();
    expect(service.of('POST /admin/jobs/cancel')[0]?.body).toEqual({ job_ids: [idOf(3)], limit: 1_000 });
  });

  it('are left as they are where that is not confirmed', async () => {
    await show();
    await user.click(screen.getByRole('button', { name: 'Cancel all unfinished…' }));
    await user.click(dialog().getByRole('button', { name: 'Leave as is' }));

    expect(screen.queryByRole('dialog')).toBeNull();
    expect(service.asked.filter(({ method }) => method === 'POST')).toEqual([]);
  });

  it('offer no move that the filter leaves no jobs for', async () => {
    await show('/system?status=completed');

    expect(screen.queryByRole('button', { name: /unfinished/ })).toBeNull();
  });

  it('are refused to others', async () => {
    service.on('GET /admin/jobs', problem(403, 'Forbidden'));
    render(<EverybodysJobs />, { wrapper: onPage({ service }) });

    expect((await screen.findByRole('alert')).textContent).toContain('You may not do this');
  });
});
