import { describe, expect, it } from 'vitest';
import { moveAll } from './moveAll';

describe('doing the same to many', () => {
  it('counts what was done and what was not', async () => {
    const refused = (id: string) => (id === 'b' ? Promise.reject(new Error('conflict')) : Promise.resolve());

    expect(await moveAll(['a', 'b', 'c', 'd', 'e', 'f'], refused)).toEqual({ done: 5, notDone: 1 });
  });

  it('does each once, a few at a time', async () => {
    const begun: string[] = [];
    let running = 0;
    let most = 0;
    const ids = Array.from({ length: 20 }, (_, number) => String(number));

    await moveAll(ids, async (id) => {
      begun.push(id);
      most = Math.max(most, (running += 1));
      await Promise.resolve();
      running -= 1;
    });

    expect(begun).toEqual(ids);
    expect(most).toBe(4);
  });

  it('is done at once with nothing', async () => {
    expect(await moveAll([], () => Promise.reject(new Error('never')))).toEqual({ done: 0, notDone: 0 });
  });
});
