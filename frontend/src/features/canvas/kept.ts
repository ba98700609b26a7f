const STORED = 'atelier.changes.kept';
const MOST = 50;

/** Changes that their owner has looked at and kept, by job; it need not be remembered for ever. */
export function isKept(jobId: string): boolean {
  return stored().includes(jobId);
}

export function rememberKept(jobId: string): void {
  try {
    window.localStorage.setItem(STORED, JSON.stringify([jobId, ...stored()].slice(0, MOST)));
  } catch {
    // Without storage it is asked once more after a reload.
  }
}

function stored(): string[] {
  try {
    const ids: unknown = JSON.parse(window.localStorage.getItem(STORED) ?? '[]');
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}
