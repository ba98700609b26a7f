import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Job } from '../../shared/api/types';
import { anEvent } from '../../shared/testing/history';
import { aFinishedJob, aJob, aRunningJob, idOf } from '../../shared/testing/jobs';
import { onPage } from '../../shared/testing/page';
import { FakeService, json, problem } from '../../shared/testing/service';
import { TestTransport } from '../../shared/testing/within';
import { OwnJob } from './OwnJob';

const id = idOf(1);
let service: FakeService;
let transport: TestTransport;

beforeEach(() => {
  transport = new TestTransport();
  service = new FakeService()
    .on('GET /jobs', json({ success: true, jobs: [], next_cursor: null }))
    .on(`GET /job/${id}/history`, json({ success: true, events: [anEvent(1, 'queued'), anEvent(2, 'started')] }));
});

const answer = (job: Job) => json({ success: true, job });

function show(job: Job) {
  service.on(`GET /job/${id}/status`, answer(job));
  render(<OwnJob id={id} />, { wrapper: onPage({ service, transport }) });
}

describe('the page of a job', () => {
  it('says how it stands, what was asked for and what has happened', async () => {
    show(aRunningJob(1, { tags: ['demo'], progress_message: 'Drawing 6 objects' }));

    expect(await screen.findByRole('heading', { level: 1, name: 'Wish 1' })).toBeTruthy();
    expect(screen.getByText('Drawing 6 objects')).toBeTruthy();
    expect(screen.getByText('demo')).toBeTruthy();
    const moments = await screen.findAllByRole('listitem');
    expect(moments.map((moment) => moment.textContent)).toEqual([
      expect.stringMatching(/^Asked for/),
      expect.stringMatching(/^Attempt 1 began10 s later/),
    ]);
  });

  it('goes on as events tell, and asks for what they leave out', async () => {
    show(aRunningJob());
    await screen.findByText('It is being drawn.');
    const attempt = {
      number: 1,
      started_at: '2026-01-01T12:00:01Z',
      ended_at: '2026-01-01T12:00:02Z',
      provider: 'openai',
      model: 'small',
      input_tokens: 1_200,
      output_tokens: 300,
      cost_usd: 0.002,
      time_to_first_token_seconds: 0.4,
      duration_seconds: 1,
      calls: [],
      error: 'The provider is busy',
    };
    service
      .on(`GET /job/${id}/status`, answer(aJob(1, { status: 'failed', error_message: 'Refused', attempts: [attempt] })))
      .on(`GET /job/${id}/history`, json({ success: true, events: [anEvent(1, 'failed', { error: 'Refused' })] }));

    act(() =>
      transport.tell({
        type: 'failed',
        id,
        failure: { status: 'failed', error: 'Refused', retryCount: 0, maxRetries: 0, dueAt: null },
      }),
    );

    expect(await screen.findByText('It could not be drawn.')).toBeTruthy();
    const row = (await screen.findByText('The provider is busy')).closest('tr')!;
    expect(row.textContent).toContain('1.2K / 300');
    expect(row.textContent).toContain('$0.002');
    expect(await screen.findByText('Failed for good')).toBeTruthy();
  });

  it('leads to the canvas in the studio', async () => {
    show(aFinishedJob());

    const link = await screen.findByRole('link', { name: 'Open in the studio' });
    expect(link.getAttribute('href')).toBe(`/studio/${id}`);
    expect(screen.getByRole('heading', { level: 1, name: 'Drawing 1' })).toBeTruthy();
  });

  it('shows deliveries of its webhook, and sends again', async () => {
    const attempt = { number: 1, at: '2026-01-01T12:00:10Z', status_code: 503, error: 'it answered 503', duration_seconds: 0.1 };
    const delivery = {
      id: 'msg',
      type: 'job.completed',
      timestamp: '2026-01-01T12:00:09Z',
      url: 'https://example.com/hook',
      status: 'failed',
      last_error: null,
      next_attempt_at: null,
      attempts: [attempt],
    };
    service
      .on(`GET /job/${id}/webhooks`, json({ success: true, webhooks: [delivery] }))
      .on(`POST /job/${id}/webhooks/redeliver`, json({ success: true, message: 'ok' }, 202));
    show({ ...aFinishedJob(), webhook: { status: 'failed', last_error: null } });

    expect((await screen.findByText('it answered 503')).closest('tr')?.textContent).toContain('503');
    await userEvent.click(screen.getByRole('button', { name: 'Send again' }));
    expect(await screen.findByText('It is being sent again.')).toBeTruthy();
  });

  it('is left once the job is deleted', async () => {
    service.on(`DELETE /job/${id}`, new Response(null, { status: 204 }));
    show(aFinishedJob());

    await userEvent.click(await screen.findByRole('button', { name: 'Delete' }));
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Delete' }));

    await waitFor(() => expect(screen.getByLabelText('address').textContent).toBe('/jobs'));
    expect(service.of(`DELETE /job/${id}`)).toHaveLength(1);
  });

  it('says that there is no such job', async () => {
    service.on(`GET /job/${id}/status`, problem(404, 'Not found'));
    render(<OwnJob id={id} />, { wrapper: onPage({ service, transport }) });

    expect(await screen.findByRole('heading', { name: 'This job is not here' })).toBeTruthy();
  });
});
