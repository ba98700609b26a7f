import type { components } from './schema';

type Schemas = components['schemas'];

export type Job = Schemas['Job'];
export type JobStatus = Schemas['Status'];
export type JobType = Schemas['JobType'];
export type Style = Schemas['Style'];
export type ColorScheme = Schemas['ColorScheme'];
export type CreateCanvasBody = Schemas['CreateCanvas'];
export type ModifyCanvasBody = Schemas['ModifyCanvas'];
export type Accepted = Schemas['Accepted'];
export type JobStatusAnswer = Schemas['JobStatus'];
export type ResultAnswer = Schemas['Result'];
export type DrawnResult = Schemas['DrawnResult'];
export type DrawnObject = Schemas['DrawnObject'];
export type Shape = Schemas['Shape'];
export type Canvas = Schemas['Canvas'];
export type CanvasEdit = Schemas['EditCanvas']['edits'][number];
export type Problem = Schemas['Problem'];
export type Attempt = Schemas['Attempt'];
export type ProviderCall = Schemas['ProviderCall'];
export type HistoryEvent = Schemas['HistoryEvent'];
export type WebhookDelivery = Schemas['WebhookDelivery'];
export type Stats = Schemas['Stats'];
export type HourOfStats = Stats['by_hour'][number];
export type Health = Schemas['Health'];
export type Worker = Schemas['Worker'];
export type Provider = Schemas['Provider'];
export type SignInConfig = Schemas['SignIn'];
export type ServiceConfig = Schemas['Config'];

/** What a live event tells of a job that has moved; the rest is known only to a request. */
export type JobFacts = Omit<
  Job,
  'result_data' | 'progress' | 'progress_message' | 'queue_position' | 'waiting' | 'attempts' | 'usage' | 'webhook'
>;

export const STYLES = ['modern', 'corporate', 'creative', 'minimal'] as const satisfies Style[];
export const COLOR_SCHEMES = [
  'default',
  'pastel',
  'vibrant',
  'monochrome',
] as const satisfies ColorScheme[];

export function hasEnded(job: { status: JobStatus }): boolean {
  switch (job.status) {
    case 'queued':
    case 'processing':
      return false;
    case 'completed':
    case 'failed':
    case 'cancelled':
      return true;
  }
}
