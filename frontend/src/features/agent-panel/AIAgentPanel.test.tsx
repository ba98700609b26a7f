import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { aFinishedJob, aJob, aResult, aRunningJob, idOf } from '../../shared/testing/jobs';
import { FakeService, json, problem } from '../../shared/testing/service';
import { TestTransport, within } from '../../shared/testing/within';
import { AIAgentPanel, type AIAgentPanelProps } from './AIAgentPanel';

const id = idOf(1);
const accepted = { success: true, job_id: id, message: 'Canvas creation job started', status: 'queued' };

let service: FakeService;
let transport: TestTransport;
let user: UserEvent;

beforeEach(() => {
  service = new FakeService()
    .on('GET /jobs', json({ success: true, jobs: [], next_cursor: null }))
    .on('POST /create-canvas', json(accepted, 202))
    .on(`GET /job/${id}/status`, json({ success: true, job: aJob() }));
  transport = new TestTransport();
  user = userEvent.setup();
});

function show(props: AIAgentPanelProps = {}, who: string | null = 'alice') {
  render(<AIAgentPanel {...props} />, { wrapper: within({ service, transport, user: who }) });
}

const field = () => screen.getByRole('textbox', { name: 'What shall we draw?' });
const sent = () => service.of('POST /create-canvas');

describe('the panel', () => {
  it('sends what was written with the chosen style and colours, by Ctrl+Enter', async () => {
    show();
    await user.type(field(), '  a login flow ');
    await user.click(screen.getByRole('radio', { name: 'Minimal' }));
    await user.click(screen.getByRole('radio', { name: 'Pastel' }));
    await user.click(field());
    await user.keyboard('{Control>}{Enter}{/Control}');

    await waitFor(() => expect(sent()).toHaveLength(1));
    expect(sent()[0]?.body).toEqual({
      instructions: '  a login flow ',
      style: 'minimal',
      colorScheme: 'pastel',
    });
    await waitFor(() => expect(field()).toHaveProperty('value', ''));
  });

  it('counts characters and does not send too many', async () => {
    show();
    await user.click(field());
    await user.paste('絵'.repeat(1001));

    expect(screen.getByText('1001 / 1000')).toBeTruthy();
    expect(screen.getByText('1 character too many')).toBeTruthy();
    expect(field().getAttribute('aria-invalid')).toBe('true');
    await user.click(screen.getByRole('button', { name: /^Draw/ }));
    expect(sent()).toHaveLength(0);

    await user.type(field(), '{Backspace}');
    await user.click(screen.getByRole('button', { name: /^Draw/ }));
    await waitFor(() => expect(sent()).toHaveLength(1));
  });

  it('asks for words where there are none', async () => {
    show();
    await user.click(screen.getByRole('button', { name: /^Draw/ }));

    expect(screen.getByText('Say in a few words what to draw.')).toBeTruthy();
    expect(sent()).toHaveLength(0);
  });

  it('helps those who do not know what to ask for', async () => {
    show();
    await user.click(await screen.findByRole('button', { name: 'Mind map' }));

    expect((field() as HTMLTextAreaElement).value).toContain('Mind map of');
  });

  it('shows how the job goes, and calls back once it has its canvas', async () => {
    const onCompleted = vi.fn();
    const onJobChange = vi.fn();
    show({ onCompleted, onJobChange });
    await user.type(field(), 'a cat{Control>}{Enter}{/Control}');
    expect(await screen.findByText('Next in line')).toBeTruthy();
    expect(onJobChange).toHaveBeenCalledWith(id);

    act(() => transport.tell({ type: 'progress', id, progress: 40, message: 'Drawing 6 objects' }));
    expect(screen.getByText('Drawing 6 objects')).toBeTruthy();
    expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('40');

    service.on(`GET /job/${id}/status`, json({ success: true, job: aFinishedJob() }));
    act(() => transport.tell({ type: 'completed', id, result: aResult() }));
    await waitFor(() => expect(onCompleted).toHaveBeenCalledExactlyOnceWith(aResult()));
    expect(screen.queryByRole('progressbar')).toBeNull();
  });

  it('cancels a job, and tries it again', async () => {
    service
      .on(`GET /job/${id}/status`, json({ success: true, job: aRunningJob() }))
      .on(`POST /job/${id}/cancel`, json({ success: true }))
      .on(`POST /job/${id}/retry`, json({ success: true }));
    show({ jobId: id });
    const cancel = await screen.findByRole('button', { name: 'Cancel' });
    service.on(`GET /job/${id}/status`, json({ success: true, job: aJob(1, { status: 'cancelled' }) }));
    await user.click(cancel);
    const again = await screen.findByRole('button', { name: 'Try again' });
    service.on(`GET /job/${id}/status`, json({ success: true, job: aRunningJob() }));
    await user.click(again);

    expect(await screen.findByRole('progressbar')).toBeTruthy();
  });

  it('says why a job has failed', async () => {
    const failed = aJob(1, { status: 'failed', error_message: 'The provider refused the content' });
    service.on(`GET /job/${id}/status`, json({ success: true, job: failed }));
    show({ jobId: id });

    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('It could not be drawn');
    expect(alert.textContent).toContain('The provider refused the content');
  });

  it('says what went wrong and what to do, keeps what was written, and Escape clears it', async () => {
    service.on('POST /create-canvas', problem(429, 'Rate limit exceeded', {}, { 'Retry-After': '7' }));
    const onClose = vi.fn();
    show({ onClose });
    await user.type(field(), 'a cat{Control>}{Enter}{/Control}');

    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('That was a bit fast');
    expect(alert.textContent).toContain('Try again in 7 seconds.');
    expect((field() as HTMLTextAreaElement).value).toBe('a cat');

    await user.keyboard('{Escape}');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(onClose).not.toHaveBeenCalled();
    await user.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('lists what was drawn before, and goes back to it', async () => {
    service.on('GET /jobs', json({ success: true, jobs: [aRunningJob(2), aFinishedJob(1)], next_cursor: null }));
    service.on(`GET /job/${id}/status`, json({ success: true, job: aFinishedJob(1) }));
    const onJobChange = vi.fn();
    show({ onJobChange });

    await user.click(await screen.findByRole('button', { name: /Drawing 1/ }));

    expect(onJobChange).toHaveBeenCalledWith(id);
    expect(screen.getByRole('button', { name: /Drawing 1/ }).getAttribute('aria-current')).toBe('true');
    expect(screen.getByRole('button', { name: /Wish 2/ }).textContent).toContain('10 %');
  });

  it('changes a canvas that is there', async () => {
    service.on('POST /modify-canvas', json(accepted, 202));
    show({ canvasId: 'canvas-7' });
    await user.type(screen.getByRole('textbox', { name: 'What shall we change?' }), 'add a step');
    await user.click(screen.getByRole('button', { name: /^Change it/ }));

    await waitFor(() => expect(service.of('POST /modify-canvas')).toHaveLength(1));
    expect(service.of('POST /modify-canvas')[0]?.body).toEqual({ canvas_id: 'canvas-7', instructions: 'add a step' });
  });

  it('draws a new canvas beside the open one when that is asked for', async () => {
    show({ canvasId: 'canvas-7' });
    await user.click(screen.getByRole('radio', { name: 'New canvas' }));
    await user.type(field(), 'a cat{Control>}{Enter}{/Control}');

    await waitFor(() => expect(sent()).toHaveLength(1));
    expect(service.of('POST /modify-canvas')).toHaveLength(0);
    expect(await screen.findByRole('textbox', { name: 'What shall we change?' })).toBeTruthy();
  });

  it('draws anew what was begun anew, even if a canvas opens while it is written', async () => {
    const Within = within({ service, transport });
    const { rerender } = render(<AIAgentPanel />, { wrapper: Within });
    await user.type(field(), 'a cat');
    rerender(<AIAgentPanel canvasId="canvas-7" />);
    await user.keyboard('{Control>}{Enter}{/Control}');

    await waitFor(() => expect(sent()).toHaveLength(1));
  });

  it('does nothing for those who are not signed in', () => {
    show({}, null);

    expect(screen.getByText('Sign in to have something drawn.')).toBeTruthy();
    expect(field()).toHaveProperty('disabled', true);
    expect(service.asked).toEqual([]);
  });
});
