// The two halves of the questions that we measure by: one to look at and learn from, one that is only ever measured. Which
// half a question is in follows from its words alone, so nobody chooses, and it stays there when others come and go.

/** `titta` may be read and learned from; `mät` is measured, and its faults are never listed. */
export const HALVES = ['titta', 'mät'] as const;
export type Half = (typeof HALVES)[number];

/** The half of a question: even or odd FNV-1a of its words, composed (NFC) and in lower case. */
export function half(question: string): Half {
  return fnv1a(question.normalize('NFC').toLowerCase()) % 2 === 0 ? 'titta' : 'mät';
}

/** FNV-1a, 32 bits, over UTF-8. Source: Fowler, Noll and Vo, draft-eastlake-fnv. */
export function fnv1a(text: string): number {
  return new TextEncoder().encode(text).reduce((hash, byte) => Math.imul(hash ^ byte, PRIME) >>> 0, OFFSET);
}

const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;
