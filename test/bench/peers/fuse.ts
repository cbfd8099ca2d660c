// fuse.js over whole documents: as it comes, regardless of place, and by its token search with Swedish stems. Slow over long
// texts, so it is asked fewer of the questions.
import Fuse, { type IFuseOptions } from 'fuse.js';
import { grid, labelOf, MOST_HITS, type Document, type Peer, type Searcher } from '../peer.ts';
import { snowballStem, wordsIn } from '../text.ts';

export const fuseDefault: Peer = {
  name: 'fuse.js, default',
  slow: true,
  variants: [{ label: 'default', build: (documents) => build(documents, {}, 1) }],
};

export const fuseAnywhere: Peer = {
  name: 'fuse.js, ignoreLocation',
  slow: true,
  variants: [{ label: 'ignoreLocation', build: (documents) => build(documents, { ignoreLocation: true }, 1) }],
};

export const fuseTokens: Peer = {
  name: 'fuse.js, token search, tuned',
  slow: true,
  variants: grid({ threshold: [0.1, 0.2, 0.35], weight: [4] }).map(({ threshold, weight }) => ({
    label: labelOf({ threshold, weight }),
    build: (documents) =>
      build(
        documents,
        {
          useTokenSearch: true,
          tokenize: (text) => wordsIn(text).map(snowballStem),
          ignoreLocation: true,
          ignoreDiacritics: true,
          threshold,
        },
        weight,
      ),
  })),
};

function build(documents: readonly Document[], options: IFuseOptions<Document>, weight: number): Searcher {
  const fuse = new Fuse(documents, {
    ...options,
    keys: [
      { name: 'wordings', weight },
      { name: 'body', weight: 1 },
    ],
  });
  return { search: (query) => fuse.search(query, { limit: MOST_HITS }).map(({ item }) => item.id) };
}
