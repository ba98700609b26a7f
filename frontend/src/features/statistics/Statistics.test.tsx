import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { onPage } from '../../shared/testing/page';
import { FakeService, json, problem } from '../../shared/testing/service';
import { anHour, stats } from '../../shared/testing/stats';
import { Statistics } from './Statistics';

function show(service: FakeService, scope: 'mine' | 'all' = 'mine') {
  render(<Statistics scope={scope} />, { wrapper: onPage({ service }) });
  return service;
}

const told = (part: Parameters<typeof stats>[0]) =>
  new FakeService().on('GET /jobs/stats', json({ success: true, stats: stats(part) }));

describe('statistics', () => {
  it('tell numbers at a glance', async () => {
    show(told({ total_jobs: 4, completed_jobs: 3, failed_jobs: 1, success_rate: 75 }));

    expect((await screen.findByText('75 %')).closest('div')?.textContent).toContain('3 done, 1 failed');
  });

  it('show every chart as a table too', async () => {
    show(told({ total_jobs: 4, by_hour: [anHour(9), anHour(10, { completed: 3, failed: 1 })] }));
    await userEvent.click(await screen.findByRole('button', { name: 'Throughput: show as table' }));

    const rows = within(screen.getByRole('table', { name: /^Throughput/ })).getAllByRole('row');
    expect(rows.map((row) => row.textContent)).toEqual(['HourCompletedFailed', '10:0031', '09:0000']);
    expect(screen.getByRole('button', { name: 'Throughput: show as chart' })).toBeTruthy();
    expect(screen.getAllByRole('button')).toHaveLength(5);
  });

  it('are everybody’s where that is asked for', async () => {
    const service = show(told({}), 'all');

    expect(await screen.findByText('Success rate')).toBeTruthy();
    expect(service.asked.find(({ path }) => path === '/jobs/stats')?.query.get('scope')).toBe('all');
  });

  it('say that there is nothing to count yet', async () => {
    show(told({}));

    expect(await screen.findByText('Nothing to count yet')).toBeTruthy();
  });

  it('say why there are none', async () => {
    show(new FakeService().on('GET /jobs/stats', problem(403, 'Forbidden')), 'all');

    expect((await screen.findByRole('alert')).textContent).toContain('You may not do this');
  });
});
