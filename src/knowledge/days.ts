// Days, written `2026-11-22`, counted on and back.

/** The day that many days later; earlier for a number below zero. */
export function daysAfter(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}
