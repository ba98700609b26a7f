import type { Ending } from './transport';

/** Which transport to try, and how patiently. Pure: chance comes in as an argument. */
export interface Step {
  /** Which one, the best first. */
  transport: number;
  /** Attempts in a row that reached nobody, whatever the transport. */
  misses: number;
  /** How many of these on this transport. */
  missesHere: number;
  /** The last token was refused. */
  freshToken: boolean;
}

export const FIRST: Step = { transport: 0, misses: 0, missesHere: 0, freshToken: false };

/**
 * So often the best transport is tried before others get their turn; those are tried once. Mostly it is the service that
 * is not there, and then whatever is tried first when it is back should work.
 */
const TRIES = 3;
const BASE_MS = 1_000;
/** The longest wait between two attempts: somebody is looking at the page. */
const CAP_MS = 8_000;

/** What to do after an attempt has ended. The last transport leads back to the first. */
export function next(step: Step, ending: Ending, transports: number): Step {
  const below = (step.transport + 1) % transports;
  switch (ending.reason) {
    case 'closed':
      // The last is a makeshift: when it pauses, look whether a better one works by now.
      return { ...FIRST, transport: step.transport === transports - 1 ? 0 : step.transport };
    case 'unsupported':
      return { ...step, transport: below, misses: below === 0 ? step.misses + 1 : step.misses, missesHere: 0 };
    case 'refused':
      return { ...step, misses: step.misses + 1, freshToken: true };
    case 'unreachable': {
      const moveOn = step.transport > 0 || step.missesHere + 1 >= TRIES;
      return {
        transport: moveOn ? below : step.transport,
        misses: step.misses + 1,
        missesHere: moveOn ? 0 : step.missesHere + 1,
        freshToken: false,
      };
    }
  }
}

/**
 * How long to wait before the step, in milliseconds: nothing at first, then doubling, spread by
 * chance so that clients of a restarted server do not come back as one.
 *
 * @param random from 0 to 1
 */
export function delay(step: Step, random: number): number {
  if (step.misses === 0) {
    return Math.round((random * BASE_MS) / 4);
  }
  const most = Math.min(CAP_MS, BASE_MS * 2 ** (step.misses - 1));
  return Math.round(most * (0.5 + random / 2));
}
