/** How often a page that watches the system asks how it is. */
export const EVERY_MS = 5_000;
