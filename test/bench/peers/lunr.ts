// lunr with the Swedish of lunr-languages.
import lunr from 'lunr';
import stemmerSupport from 'lunr-languages/lunr.stemmer.support.js';
import swedish from 'lunr-languages/lunr.sv.js';
import { grid, labelOf, MOST_HITS, type Document, type Peer, type Searcher } from '../peer.ts';

stemmerSupport(lunr);
swedish(lunr);

export const lunrSwedish: Peer = {
  name: 'lunr, Swedish, tuned',
  variants: grid({ editDistance: [0, 1], boost: [1, 2, 4, 8] }).map((settings) => ({
    label: labelOf(settings),
    build: (documents) => build(documents, settings),
  })),
};

interface Settings {
  readonly boost: number;
  readonly editDistance: number;
}

function build(documents: readonly Document[], { boost, editDistance }: Settings): Searcher {
  const index = lunr(function () {
    this.use((lunr as typeof lunr & { readonly sv: lunr.Builder.Plugin }).sv);
    this.ref('id');
    this.field('question', { boost });
    this.field('body');
    for (const { id, wordings, body } of documents) this.add({ id, question: wordings.join('\n'), body });
  });
  return {
    search: (query) =>
      index
        .query((wanted) => {
          // Asked term by term: in a typed question a colon or a minus would be lunr's own syntax.
          for (const token of lunr.tokenizer(query)) wanted.term(token.toString(), { editDistance });
        })
        .slice(0, MOST_HITS)
        .map(({ ref }) => ref),
  };
}
