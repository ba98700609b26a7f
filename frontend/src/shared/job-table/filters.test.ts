import { describe, expect, it } from 'vitest';
import { aFinishedJob, aJob } from '../testing/jobs';
import { addressOf, filtersOf, isFiltered, matches, NO_FILTERS, queryOf } from './filters';

const read = (address: string) => filtersOf(new URLSearchParams(address));

describe('filters', () => {
  it('are the same after they were an address', () => {
    const filters = read('status=failed&status=queued&type=modify_canvas&tag=a b&user=bob');

    expect(filters).toEqual({ status: ['queued', 'failed'], type: 'modify_canvas', tag: 'a b', user: 'bob' });
    expect(filtersOf(addressOf(filters))).toEqual(filters);
  });

  it('leave out what makes no sense in an address', () => {
    expect(read('status=lost&status=&type=other&page=7')).toEqual(NO_FILTERS);
    expect(isFiltered(read('status=lost'))).toBe(false);
    expect(isFiltered(read('tag=x'))).toBe(true);
  });

  it('ask the service for nothing that is not wanted', () => {
    expect(queryOf(NO_FILTERS)).toEqual({});
    expect(queryOf(read('status=failed&type=create_canvas&tag=x'))).toEqual({
      status: ['failed'],
      job_type: 'create_canvas',
      tag: 'x',
    });
  });

  it.each([
    ['', true],
    ['status=queued', true],
    ['status=queued&status=failed', true],
    ['status=completed', false],
    ['type=create_canvas', true],
    ['type=modify_canvas', false],
    ['tag=demo', true],
    ['tag=dem', false],
    ['user=alice', true],
    ['user=bob', false],
  ])('by %s: a waiting job of alice with the tag demo is wanted: %s', (address, wanted) => {
    expect(matches(read(address), aJob(1, { tags: ['demo'] }))).toBe(wanted);
  });

  it('let a job go once it has moved on', () => {
    expect(matches(read('status=queued'), aFinishedJob())).toBe(false);
  });
});
