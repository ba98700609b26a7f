import type { Job, JobStatus, JobType } from '../api/types';

/** Which jobs are looked for; an empty member means all of them. */
export interface JobFilters {
  status: JobStatus[];
  type: JobType | '';
  tag: string;
  /** Of everybody's jobs only. */
  user: string;
}

export const STATUSES = ['queued', 'processing', 'completed', 'failed', 'cancelled'] as const satisfies JobStatus[];
export const TYPES = ['create_canvas', 'modify_canvas'] as const satisfies JobType[];

export const NO_FILTERS: JobFilters = { status: [], type: '', tag: '', user: '' };

/** As much of an address as makes sense. */
export function filtersOf(address: URLSearchParams): JobFilters {
  const asked = address.getAll('status');
  return {
    status: STATUSES.filter((status) => asked.includes(status)),
    type: TYPES.find((type) => type === address.get('type')) ?? '',
    tag: address.get('tag') ?? '',
    user: address.get('user') ?? '',
  };
}

export function addressOf(filters: JobFilters): URLSearchParams {
  const address = new URLSearchParams();
  STATUSES.filter((status) => filters.status.includes(status)).forEach((status) => address.append('status', status));
  for (const name of ['type', 'tag', 'user'] as const) {
    if (filters[name] !== '') {
      address.set(name, filters[name]);
    }
  }
  return address;
}

/** The same as the service asks of a job, for those that it was not asked about. */
export function matches(filters: JobFilters, job: Job): boolean {
  return (
    (filters.status.length === 0 || filters.status.includes(job.status)) &&
    (filters.type === '' || filters.type === job.job_type) &&
    (filters.tag === '' || job.tags.includes(filters.tag)) &&
    (filters.user === '' || filters.user === job.user_id)
  );
}

export function isFiltered(filters: JobFilters): boolean {
  return addressOf(filters).size > 0;
}

/** Members of a query; those that are not asked for stay away. */
export function queryOf({ status, type, tag }: JobFilters): { status?: JobStatus[]; job_type?: JobType; tag?: string } {
  return {
    ...(status.length === 0 ? {} : { status }),
    ...(type === '' ? {} : { job_type: type }),
    ...(tag === '' ? {} : { tag }),
  };
}
