const LANGUAGE = 'en';
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** After that a date says more than a number of days. */
const FAR = 7 * DAY;

const ago = new Intl.RelativeTimeFormat(LANGUAGE, { numeric: 'auto', style: 'long' });

/** How far a moment is from now, roughly: "3 minutes ago", "in 5 hours", after a week the date. */
export function relative(at: string, now: number): string {
  const seconds = Math.round((Date.parse(at) - now) / 1000);
  const far = Math.abs(seconds);
  if (far < MINUTE) {
    return seconds > 10 ? ago.format(seconds, 'second') : 'just now';
  }
  if (far < HOUR) {
    return ago.format(Math.trunc(seconds / MINUTE), 'minute');
  }
  if (far < DAY) {
    return ago.format(Math.trunc(seconds / HOUR), 'hour');
  }
  return far < FAR ? ago.format(Math.trunc(seconds / DAY), 'day') : dateOf(at);
}

function dateOf(at: string): string {
  return new Date(at).toLocaleDateString(LANGUAGE, { day: 'numeric', month: 'short', year: 'numeric' });
}

/** A moment to the second, where the reader is. */
export function exact(at: string): string {
  return new Date(at).toLocaleString(LANGUAGE, { dateStyle: 'medium', timeStyle: 'medium' });
}

/** The time of day, to the second where it is asked for. */
export function clock(at: string, seconds = false): string {
  const style: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
  return new Date(at).toLocaleTimeString(LANGUAGE, seconds ? { ...style, second: '2-digit' } : style);
}

/** How long something took, in its two greatest units: "0.4 s", "3 min 20 s", "2 h 5 min". */
export function duration(seconds: number): string {
  if (seconds <= 0) {
    return '0 s';
  }
  if (seconds < 1) {
    return `${Math.round(seconds * 1000)} ms`;
  }
  if (seconds < 10) {
    return `${Number(seconds.toFixed(1))} s`;
  }
  const whole = Math.round(seconds);
  if (whole < MINUTE) {
    return `${whole} s`;
  }
  if (whole < HOUR) {
    return two(Math.floor(whole / MINUTE), 'min', whole % MINUTE, 's');
  }
  return whole < DAY
    ? two(Math.floor(whole / HOUR), 'h', Math.floor((whole % HOUR) / MINUTE), 'min')
    : two(Math.floor(whole / DAY), 'd', Math.floor((whole % DAY) / HOUR), 'h');
}

function two(great: number, unit: string, small: number, smaller: string): string {
  return small === 0 ? `${great} ${unit}` : `${great} ${unit} ${small} ${smaller}`;
}

/** Seconds from one moment to another. */
export function between(from: string, to: string | number): number {
  return ((typeof to === 'number' ? to : Date.parse(to)) - Date.parse(from)) / 1000;
}
