// FlexSearch with Swedish stems. It has no weights between fields, so the two are searched apart and their places put together.
import { Index } from 'flexsearch';
import { grid, labelOf, MOST_HITS, type Document, type Peer, type Searcher } from '../peer.ts';
import { snowballStem, wordsIn } from '../text.ts';

export const flexsearch: Peer = {
  name: 'FlexSearch, stems, tuned',
  variants: grid({ tokenize: ['strict', 'forward'] as const, context: [false, true], weight: [1, 2, 4] }).map(
    (settings) => ({ label: labelOf(settings), build: (documents) => build(documents, settings) }),
  ),
};

interface Settings {
  readonly tokenize: 'strict' | 'forward';
  readonly context: boolean;
  readonly weight: number;
}

function build(documents: readonly Document[], { tokenize, context, weight }: Settings): Searcher {
  const indexOf = (text: (document: Document) => string) => {
    const index = new Index({ tokenize, context, encode: (value: string) => wordsIn(value).map(snowballStem) });
    for (const [at, document] of documents.entries()) index.add(at, text(document));
    return index;
  };
  const questions = indexOf(({ wordings }) => wordings.join('\n'));
  const bodies = indexOf(({ body }) => body);
  return {
    search: (query) => {
      const scores = new Map<number, number>();
      for (const [index, worth] of [
        [questions, weight],
        [bodies, 1],
      ] as const) {
        for (const [place, id] of index.search(query, { suggest: true, limit: CONSIDERED }).entries()) {
          scores.set(Number(id), (scores.get(Number(id)) ?? 0) + worth / (place + EVEN));
        }
      }
      return [...scores]
        .sort(([, a], [, b]) => b - a)
        .slice(0, MOST_HITS)
        .map(([at]) => documents[at]!.id);
    },
  };
}

const CONSIDERED = 30;
/** How little the first few places differ: low, since its first is usually its best. */
const EVEN = 3;
