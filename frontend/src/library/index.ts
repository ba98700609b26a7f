/**
 * Atelier for other people's React apps: put an `<AtelierProvider>` around, and the hooks and the
 * panel work within.
 */

export { AIAgentPanel, type AIAgentPanelProps } from '../features/agent-panel';
export { AtelierProvider, useAtelier, type AtelierProviderProps } from '../shared/atelier/AtelierProvider';
export { Atelier, type AtelierSettings } from '../shared/atelier/atelier';
export { useAIAgent, type AIAgent } from '../shared/atelier/useAIAgent';
export { useConnection } from '../shared/atelier/useConnection';
export { useJob, type OneJob } from '../shared/atelier/useJob';
export { useJobs, type Jobs } from '../shared/atelier/useJobs';
export { ApiError, type ErrorKind } from '../shared/api/errors';
export type { TokenProvider } from '../shared/api/authorisedFetch';
export type * from '../shared/api/types';
export type { TrackedJob, Drawing } from '../shared/jobs/trackedJob';
export { MessagesContext, useMessages } from '../shared/text/useMessages';
export { english, type Messages } from '../shared/text/messages';
