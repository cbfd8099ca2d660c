// Orama with its Swedish stemmer.
import { create, insertMultiple, search } from '@orama/orama';
import { language, stemmer } from '@orama/stemmers/swedish';
import { grid, labelOf, MOST_HITS, type Document, type Peer, type Searcher } from '../peer.ts';

export const orama: Peer = {
  name: 'Orama, Swedish, tuned',
  variants: grid({ tolerance: [0, 1], boost: [1, 2, 4, 8] }).map((settings) => ({
    label: labelOf(settings),
    build: (documents) => build(documents, settings),
  })),
};

interface Settings {
  readonly boost: number;
  readonly tolerance: number;
}

function build(documents: readonly Document[], { boost, tolerance }: Settings): Searcher {
  const database = create({
    schema: { question: 'string', body: 'string' } as const,
    components: { tokenizer: { language, stemmer } },
  });
  now(
    insertMultiple(
      database,
      documents.map(({ id, wordings, body }) => ({ id, question: wordings.join('\n'), body })),
      documents.length,
    ),
  );
  return {
    search: (query) =>
      now(
        search(database, {
          term: query,
          limit: MOST_HITS,
          boost: { question: boost },
          ...(tolerance === 0 ? {} : { tolerance }),
        }),
      ).hits.map(({ id }) => id),
  };
}

/** Orama answers at once where nothing it was given is asynchronous; only its types do not know. */
function now<T>(value: T | Promise<T>): T {
  if (value instanceof Promise) throw new Error('Orama did not answer at once.');
  return value;
}
