// Our own search, given documents and the words that editors have put beside them. The only file of the benchmark that knows
// the engine.
import type { Words } from '../../../src/knowledge/schema.ts';
import { buildIndex } from '../../../src/search/index.ts';
import { rank } from '../../../src/search/rank.ts';
import { thesaurusOf } from '../../../src/search/thesaurus.ts';
import { MOST_HITS, type Document, type Peer, type Searcher } from '../peer.ts';

/** One set of settings for everything: what the product has. */
export const ours: Peer = { name: 'ours', variants: [{ label: 'as in the product', build }] };

const NO_WORDS: Words = { equivalents: [], english: {} };

function build(documents: readonly Document[], words: Words = NO_WORDS): Searcher {
  const ids = documents.map(({ id }) => id);
  const index = buildIndex(
    documents.map(({ wordings, body }) => ({ wordings, body })),
    thesaurusOf(words),
  );
  return {
    search: (query) =>
      rank(index, query)
        .fits.slice(0, MOST_HITS)
        .flatMap(({ document }) => ids[document] ?? []),
  };
}
