// What BM25 (Robertson and Spärck Jones) says of how much a word tells: more when it is rare, ever less for being said again.

/** 0 for what nearly all documents have. */
export function rarity(documents: number, having: number): number {
  const most = Math.min(documents, having);
  return Math.log(1 + (documents - most + 0.5) / (most + 0.5));
}

export function saturated(frequency: number): number {
  return frequency / (K1 + frequency);
}

const K1 = 1.2;
