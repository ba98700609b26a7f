export interface Outcome {
  done: number;
  notDone: number;
}

/** Requests under way at once: enough to be quick, few enough for everybody else. */
const AT_ONCE = 4;

/** Does the same to each, and counts what became of it. Never rejects. */
export async function moveAll(ids: string[], move: (id: string) => Promise<void>): Promise<Outcome> {
  const waiting = [...ids];
  const outcome = { done: 0, notDone: 0 };
  const work = async () => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      try {
        await move(id);
        outcome.done += 1;
      } catch {
        outcome.notDone += 1;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return outcome;
}
