// The one shape of everything that is measured: a name, the settings it may be tuned to, and how each builds and searches.
import type { Words } from '../../src/knowledge/schema.ts';

/** What can be found: how it may be asked for, and what it says. */
export interface Document {
  readonly id: string;
  readonly wordings: readonly string[];
  readonly body: string;
}

export interface Searcher {
  /** Ids, best first, at most ten. */
  search(query: string): readonly string[];
  /** The size of the index in bytes, where it lies beyond what Node.js counts. */
  bytes?(): number;
  /** Gives back what is not the heap's. */
  close?(): void;
}

/** One way to set a peer up: a point of its grid. */
export interface Variant {
  readonly label: string;
  /** With the words that editors have put beside the documents, where they have. */
  build(documents: readonly Document[], words?: Words): Searcher;
}

export interface Peer {
  readonly name: string;
  /** The grid, the first being what is taken where nothing is tuned. */
  readonly variants: readonly Variant[];
  /** Would take hours: it is asked only some of the questions, drawn by a seed. */
  readonly slow?: boolean;
  /** Kept out of the tables of quality: it is only there to time others by. */
  readonly floor?: boolean;
}

export const MOST_HITS = 10;

/** Every combination of some settings, the last varying fastest. */
export function grid<T extends Readonly<Record<string, readonly unknown[]>>>(
  axes: T,
): readonly { readonly [K in keyof T]: T[K][number] }[] {
  type Point = { readonly [K in keyof T]: T[K][number] };
  return Object.entries(axes).reduce<readonly Point[]>(
    (points, [name, values]) => points.flatMap((point) => values.map((value) => ({ ...point, [name]: value }))),
    [{} as Point],
  );
}

export function labelOf(settings: Readonly<Record<string, unknown>>): string {
  return Object.entries(settings)
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(', ');
}
