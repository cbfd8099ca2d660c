// Chance that is the same every time: a generator from a name, so that what is drawn for one question never depends on
// what was drawn for another.

/** The next number, 0 up to 1. */
export type Random = () => number;

export function seeded(name: string): Random {
  let state = hash(name);
  // mulberry32
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** FNV-1a, 32 bits. */
function hash(name: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < name.length; i += 1) value = Math.imul(value ^ name.charCodeAt(i), 0x01000193);
  return value >>> 0;
}

export function pick<T>(random: Random, from: readonly T[]): T {
  const one = from[Math.floor(random() * from.length)];
  if (one === undefined) throw new Error('There is nothing to draw from.');
  return one;
}

/** At most so many, drawn by the name, in the order they stood. */
export function sample<T>(all: readonly T[], most: number, name: string): readonly T[] {
  if (all.length <= most) return all;
  const random = seeded(name);
  const drawn = all
    .map((_, at) => ({ at, key: random() }))
    .sort((a, b) => a.key - b.key)
    .slice(0, most);
  const kept = new Set(drawn.map(({ at }) => at));
  return all.filter((_, at) => kept.has(at));
}
