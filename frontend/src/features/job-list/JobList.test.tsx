import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Job } from '../../shared/api/types';
import { aFinishedJob, aJob, aResult, aRunningJob, idOf } from '../../shared/testing/jobs';
import { onPage } from '../../shared/testing/page';
import { FakeService, json, problem } from '../../shared/testing/service';
import { TestTransport } from '../../shared/testing/within';
import { JobList } from './JobList';

let service: FakeService;
let transport: TestTransport;
let user: UserEvent;

beforeEach(() => {
  transport = new TestTransport();
  user = userEvent.setup();
});

const page = (jobs: Job[], next: string | null = null) => json({ success: true, jobs, next_cursor: next });

function show(jobs: Job[], address = '/jobs') {
  service = new FakeService().on('GET /jobs', page(jobs));
  render(<JobList />, { wrapper: onPage({ service, transport, address }) });
}

const row = async (title: string) => (await screen.findByRole('link', { name: title })).closest('tr')!;
const address = () => screen.getByLabelText('address').textContent;

describe('the list of jobs', () => {
  it('is a table whose titles lead to the pages of the jobs', async () => {
    show([aRunningJob(2), aJob(1, { status: 'failed', error_message: 'Refused' })]);

    const link = await screen.findByRole('link', { name: 'Wish 2' });
    expect(link.getAttribute('href')).toBe(`/jobs/${idOf(2)}`);
    expect(within(await row('Wish 2')).getByRole('progressbar').getAttribute('aria-valuenow')).toBe('10');
    expect((await row('Wish 1')).textContent).toContain('Refused');
    expect(screen.getByRole('table', { name: 'Jobs, the newest first' })).toBeTruthy();
  });

  it('moves as events tell', async () => {
    show([aJob(1)]);
    expect((await row('Wish 1')).textContent).toContain('Next in line');

    act(() => transport.tell({ type: 'progress', id: idOf(1), progress: 60, message: 'Drawing' }));
    expect((await row('Wish 1')).textContent).toContain('60 %');

    act(() => transport.tell({ type: 'completed', id: idOf(1), result: aResult() }));
    expect((await row('Wish 1')).textContent).toContain('Done');
    act(() => transport.tell({ type: 'job', job: aJob(7) }));
    expect(await row('Wish 7')).toBeTruthy();
  });

  it('asks once for what an event left out, such as how long a job took', async () => {
    show([aRunningJob(1)]);
    await row('Wish 1');
    service.on(`GET /job/${idOf(1)}/status`, json({ success: true, job: aFinishedJob(1) }));

    act(() => transport.tell({ type: 'completed', id: idOf(1), result: aResult() }));

    await waitFor(async () => expect((await row('Wish 1')).textContent).toContain('8 s'));
    expect(service.of(`GET /job/${idOf(1)}/status`)).toHaveLength(1);
  });

  it('keeps its filters in the address, and asks by them', async () => {
    show([aJob(1)], '/jobs?tag=demo');
    await waitFor(() => expect(service.of('GET /jobs').some(({ query }) => query.get('tag') === 'demo')).toBe(true));
    expect(await screen.findByText('No job matches these filters')).toBeTruthy();

    await user.click(screen.getByRole('button', { name: 'Failed' }));

    expect(address()).toBe('/jobs?status=failed&tag=demo');
    expect(screen.getByRole('button', { name: 'Failed' }).getAttribute('aria-pressed')).toBe('true');
    await waitFor(() => expect(service.asked.some(({ query }) => query.get('status') === 'failed')).toBe(true));
    await user.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(address()).toBe('/jobs');
    expect(await row('Wish 1')).toBeTruthy();
  });

  it('loads more from where it ended', async () => {
    service = new FakeService().on('GET /jobs', ({ query }) =>
      query.get('cursor') === 'next' ? page([aFinishedJob(1)]) : page([aFinishedJob(2)], 'next'),
    );
    render(<JobList />, { wrapper: onPage({ service, transport }) });

    await user.click(await screen.findByRole('button', { name: 'Load more' }));

    expect(await row('Wish 1')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Load more' })).toBeNull();
  });

  it('cancels several jobs and says what became of them', async () => {
    show([aJob(3), aRunningJob(2), aFinishedJob(1)]);
    await row('Wish 3');
    service
      .on(`POST /job/${idOf(3)}/cancel`, json({ success: true }))
      .on(`POST /job/${idOf(2)}/cancel`, problem(409, 'Completed already'));

    await user.click(screen.getByRole('checkbox', { name: 'Select all that are listed' }));
    expect(screen.getByText('3 selected')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Cancel (2)' }));
    await user.click(await screen.findByRole('button', { name: 'Clear selection' }));

    expect(await screen.findByText('1 job cancelled. 1 could not be: it has moved on meanwhile.')).toBeTruthy();
    expect((await row('Wish 3')).textContent).toContain('Cancelled');
  });

  it('asks before it deletes', async () => {
    show([aFinishedJob(1)]);
    await row('Wish 1');
    service.on(`DELETE /job/${idOf(1)}`, new Response(null, { status: 204 }));

    await user.click(screen.getByRole('button', { name: 'Delete: Wish 1' }));
    await user.click(screen.getByRole('button', { name: 'Keep' }));
    expect(service.of(`DELETE /job/${idOf(1)}`)).toHaveLength(0);

    await user.click(screen.getByRole('button', { name: 'Delete: Wish 1' }));
    await user.click(within(screen.getByRole('dialog', { name: 'Delete this job?' })).getByRole('button', { name: 'Delete' }));
    expect(await screen.findByText('No jobs yet')).toBeTruthy();
  });

  it('says what is wrong, and tries again', async () => {
    service = new FakeService().on('GET /jobs', problem(503, 'Down'));
    render(<JobList />, { wrapper: onPage({ service, transport }) });
    expect((await screen.findByRole('alert')).textContent).toContain('not available');

    service.on('GET /jobs', page([aJob(1)]));
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await row('Wish 1')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
