// An index as bytes and back, so that it need not be built anew at every start. Numbers stand as the machine has them: bytes
// from a machine that has them otherwise are not read, nor are those of another format or those that have been damaged.
//
//   format, checksum, number of parts │ length of each part in bytes │ the parts, each from a multiple of four
import type { SearchIndex } from './index.ts';
import type { Lists, WeightedLists } from './lists.ts';
import type { Thesaurus } from './thesaurus.ts';

/** To be changed when what is written, or the order of it, is. */
export const FORMAT = 0x53_4c_00_02;

export function writeIndex(index: SearchIndex): Uint8Array {
  const { vocabulary, letters, latent } = index;
  const stems = [...vocabulary.byStem];
  const stemStarts = new Int32Array(stems.length + 1);
  for (const [i, [, ids]] of stems.entries()) stemStarts[i + 1] = (stemStarts[i] ?? 0) + ids.length;
  return joined([
    Int32Array.of(index.size, latent.dimensions, letters.isTypical ? 1 : 0),
    Float32Array.of(letters.strange),
    textOf(vocabulary.words),
    textOf(vocabulary.grams.keys()),
    textOf(stems.map(([stem]) => stem)),
    ...[stemStarts, Int32Array.from(stems.flatMap(([, ids]) => ids))],
    ...[vocabulary.gramWords.starts, vocabulary.gramWords.items, vocabulary.gramWeights, vocabulary.norms],
    ...[index.postings.starts, index.postings.items, index.postings.weights],
    ...[letters.postings.starts, letters.postings.items, letters.postings.weights, letters.rarities],
    ...[index.wordingsOf.starts, index.wordings.starts, index.wordings.items, index.wordSquares, index.wordingSquares],
    ...[latent.places, latent.rarity, latent.basis, latent.vectors],
  ]);
}

/** The index that was written, with the thesaurus that it was built with; `undefined` where the bytes are not to be read. */
export function readIndex(bytes: Uint8Array, thesaurus: Thesaurus): SearchIndex | undefined {
  const parts = partsOf(bytes);
  if (parts === undefined) return undefined;
  const ints = () => new Int32Array(...next());
  const floats = () => new Float32Array(...next());
  const texts = () => linesOf(new Uint8Array(...bytesOf(parts.next().value)));
  const next = () => {
    const [buffer, start, length] = bytesOf(parts.next().value);
    return [buffer, start, length / 4] as const;
  };
  const lists = (): Lists => ({ starts: ints(), items: ints() });
  const weighted = (): WeightedLists => ({ ...lists(), weights: floats() });

  const [size = 0, dimensions = 0, isTypical = 0] = ints();
  const [strange = 0] = floats();
  const words = texts();
  const grams = numbered(texts());
  const stems = texts();
  const stemmed = lists();
  const byStem = new Map(
    stems.map((stem, i) => [stem, [...stemmed.items.subarray(stemmed.starts[i], stemmed.starts[i + 1])]]),
  );
  const vocabulary = {
    ...{ words, ids: numbered(words), byStem, grams },
    ...{ gramWords: lists(), gramWeights: floats(), norms: floats(), thesaurus },
  };
  return {
    ...{ size, vocabulary, postings: weighted() },
    letters: { postings: weighted(), rarities: floats(), strange, isTypical: isTypical === 1 },
    ...{ wordingsOf: { starts: ints() }, wordings: lists(), wordSquares: floats(), wordingSquares: floats() },
    latent: { places: ints(), rarity: floats(), dimensions, basis: floats(), vectors: floats() },
  };
}

// ---- parts ------------------------------------------------------------------------------------------------------------

type Part = Int32Array | Float32Array | Uint8Array;

/** Of numbers of four bytes: the format, the checksum of all that follows it, and how many parts there are. */
const HEAD = 3;

function joined(parts: readonly Part[]): Uint8Array {
  const head = HEAD + parts.length;
  const total = parts.reduce((sum, { byteLength }) => sum + padded(byteLength), head * 4);
  const bytes = new Uint8Array(total);
  const numbers = new Uint32Array(bytes.buffer);
  numbers.set([FORMAT, 0, parts.length, ...parts.map(({ byteLength }) => byteLength)]);
  let at = head * 4;
  for (const { buffer, byteOffset, byteLength } of parts) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += padded(byteLength);
  }
  numbers[1] = checksum(numbers.subarray(2));
  return bytes;
}

/** Each part in turn, as bytes that begin at a multiple of four; `undefined` where they are not what was written. */
function partsOf(given: Uint8Array): Iterator<Uint8Array, undefined> | undefined {
  if (given.length < HEAD * 4 || given.length % 4 !== 0) return undefined;
  const bytes = given.byteOffset % 4 === 0 ? given : given.slice();
  const numbers = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  const [format, sum, count = 0] = numbers;
  if (format !== FORMAT || sum !== checksum(numbers.subarray(2))) return undefined;
  const parts: Uint8Array[] = [];
  let at = (HEAD + count) * 4;
  for (const length of numbers.subarray(HEAD, HEAD + count)) {
    parts.push(bytes.subarray(at, at + length));
    at += padded(length);
  }
  return parts.values();
}

function bytesOf(part: Uint8Array | undefined): readonly [ArrayBufferLike, number, number] {
  if (part === undefined) throw new Error('A part is missing though the checksum is right.');
  return [part.buffer, part.byteOffset, part.byteLength];
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}

/** FNV-1a over numbers of four bytes. */
function checksum(numbers: Uint32Array): number {
  let hash = 0x81_1c_9d_c5;
  for (const number of numbers) hash = Math.imul(hash ^ number, 0x01_00_01_93);
  return hash >>> 0;
}

/** No word has a line break in it. */
function textOf(lines: Iterable<string>): Uint8Array {
  return new TextEncoder().encode([...lines].map((line) => `${line}\n`).join(''));
}

function linesOf(bytes: Uint8Array): string[] {
  return new TextDecoder().decode(bytes).split('\n').slice(0, -1);
}

function numbered(names: readonly string[]): Map<string, number> {
  return new Map(names.map((name, i) => [name, i]));
}
