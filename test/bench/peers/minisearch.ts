// MiniSearch: as it comes, over stemmed words, and over runs of letters.
import MiniSearch, { type SearchOptions } from 'minisearch';
import { grid, labelOf, MOST_HITS, type Document, type Peer, type Searcher } from '../peer.ts';
import { foldMarks, runs, snowballStem, wordsIn } from '../text.ts';

export const minisearchDefault: Peer = {
  name: 'MiniSearch, default',
  variants: [{ label: 'default', build: (documents) => build(documents, undefined, {}) }],
};

export const minisearchWords: Peer = {
  name: 'MiniSearch, words, tuned',
  variants: grid({ folded: [false, true], fuzzy: [0, 0.2], prefix: [false, true], boost: [2, 4] }).map((settings) => ({
    label: labelOf(settings),
    build: (documents) =>
      build(
        documents,
        (text) =>
          wordsIn(text)
            .map(snowballStem)
            .map(settings.folded ? foldMarks : same),
        {
          fuzzy: settings.fuzzy,
          prefix: settings.prefix ? (term) => term.length >= SHORTEST_PREFIX : false,
          boost: { question: settings.boost },
        },
      ),
  })),
};

export const minisearchTrigrams: Peer = {
  name: 'MiniSearch, trigrams, tuned',
  variants: grid({ runs: ['across words', 'within words'], folded: [false, true], boost: [2, 4, 8] }).map(
    (settings) => ({
      label: labelOf(settings),
      build: (documents) =>
        build(
          documents,
          (text) => {
            const words = wordsIn(text).map(settings.folded ? foldMarks : same);
            return settings.runs === 'across words'
              ? runs(words.join(' '), 3)
              : words.flatMap((word) => runs(`_${word}_`, 3));
          },
          { boost: { question: settings.boost } },
        ),
    }),
  ),
};

const SHORTEST_PREFIX = 4;

function build(
  documents: readonly Document[],
  tokenize: ((text: string) => string[]) | undefined,
  searchOptions: SearchOptions,
): Searcher {
  const index = new MiniSearch({
    fields: ['question', 'body'],
    ...(tokenize === undefined ? {} : { tokenize, processTerm: (term: string) => (term === '' ? null : term) }),
    searchOptions,
  });
  index.addAll(documents.map(({ id, wordings, body }) => ({ id, question: wordings.join('\n'), body })));
  return {
    search: (query) =>
      index
        .search(query)
        .slice(0, MOST_HITS)
        .map(({ id }) => String(id)),
  };
}

function same(word: string): string {
  return word;
}
