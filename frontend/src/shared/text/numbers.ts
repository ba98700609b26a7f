/** Numbers as this page writes them; another language brings its own. */
const LANGUAGE = 'en';

export function count(number: number): string {
  return number.toLocaleString(LANGUAGE);
}

export function plural(number: number, one: string, other: string): string {
  return number === 1 ? one : other;
}

/** Great numbers in few characters: 12.3K. */
export function compact(number: number): string {
  return number.toLocaleString(LANGUAGE, { notation: 'compact', maximumFractionDigits: 1 });
}

/** @param number 97.5 for 97.5 % */
export function percent(number: number): string {
  return `${number.toLocaleString(LANGUAGE, { maximumFractionDigits: 1 })} %`;
}

/** Cents, and what is less than a cent by its first two digits. */
export function dollars(amount: number): string {
  const digits = amount !== 0 && amount < 0.1 ? { maximumSignificantDigits: 2 } : { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  return `$${amount.toLocaleString(LANGUAGE, digits)}`;
}
