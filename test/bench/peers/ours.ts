// Our own search, given documents as if they were entries. The only file of the benchmark that knows the engine.
import type { Knowledge } from '../../../src/knowledge/knowledge.ts';
import type { Entry } from '../../../src/knowledge/schema.ts';
import { prepare, search } from '../../../src/search/search.ts';
import { MOST_HITS, type Document, type Peer, type Searcher } from '../peer.ts';

/** One set of settings for everything: what the product has. */
export const ours: Peer = { name: 'ours', variants: [{ label: 'as in the product', build }] };

function build(documents: readonly Document[]): Searcher {
  const knowledge: Knowledge = {
    provisions: [],
    entries: documents.map(entryOf),
    words: { equivalents: [] },
    acts: [],
    contacts: [],
    version: '',
  };
  prepare(knowledge, DAY);
  return {
    search: (query) =>
      search(knowledge, DAY, query)
        .hits.slice(0, MOST_HITS)
        .flatMap(({ found }) => (found.kind === 'entry' ? [found.entry.id] : [])),
  };
}

const DAY = '2026-11-22';

function entryOf({ id, wordings: [question = '', ...wordings], body }: Document): Entry {
  return {
    id,
    question,
    wordings,
    shortAnswer: '',
    body,
    citations: [],
    seeAlso: [],
    checked: DAY,
    review: { state: 'none' },
  } as unknown as Entry;
}
