// SQLite's FTS5 with its trigram tokenizer and bm25 with weighted columns, in WebAssembly, so that it runs on any Node.js.
import { createRequire } from 'node:module';
import type { Database } from 'node-sqlite3-wasm';
import { grid, labelOf, MOST_HITS, type Document, type Peer, type Searcher } from '../peer.ts';
import { runs } from '../text.ts';

type Open = new (path: string) => Database;

/** The peer, or why it cannot be had here. */
export function sqliteTrigrams(): Peer | string {
  try {
    const { Database: Open } = createRequire(import.meta.url)('node-sqlite3-wasm') as { readonly Database: Open };
    const trial = build([], Open, { folded: true, weight: 1 });
    trial.search('provet');
    trial.close?.();
    return {
      name: 'SQLite FTS5, trigrams, tuned',
      variants: grid({ folded: [false, true], weight: [2, 4, 8] }).map((settings) => ({
        label: labelOf(settings),
        build: (documents) => build(documents, Open, settings),
      })),
    };
  } catch (error) {
    return `SQLite with FTS5 could not be loaded here (${error instanceof Error ? error.message : String(error)}).`;
  }
}

interface Settings {
  readonly folded: boolean;
  readonly weight: number;
}

function build(documents: readonly Document[], Open: Open, { folded, weight }: Settings): Searcher {
  const database = new Open(':memory:');
  database.exec(
    `CREATE VIRTUAL TABLE document USING fts5(question, body, tokenize = "trigram remove_diacritics ${folded ? 1 : 0}")`,
  );
  database.exec('BEGIN');
  const insert = database.prepare('INSERT INTO document(rowid, question, body) VALUES (?, ?, ?)');
  for (const [at, { wordings, body }] of documents.entries()) insert.run([at + 1, wordings.join('\n'), body]);
  insert.finalize();
  database.exec('COMMIT');
  database.exec("INSERT INTO document(document) VALUES ('optimize')");
  const select = database.prepare(
    `SELECT rowid FROM document WHERE document MATCH ? ORDER BY bm25(document, ${weight}, 1) LIMIT ${MOST_HITS}`,
  );
  return {
    search: (query) => {
      const wanted = match(query);
      if (wanted === '') return [];
      return select.all([wanted]).map((row) => documents[(row as { rowid: number }).rowid - 1]!.id);
    },
    close: () => {
      select.finalize();
      database.close();
    },
    // Its memory is its own; what Node.js counts of it is rounded up as it grows.
    bytes: () => {
      const [pages, size] = ['page_count', 'page_size'].map((name) => {
        const row = database.get(`PRAGMA ${name}`) as Readonly<Record<string, number>>;
        return row[name] ?? 0;
      });
      return (pages ?? 0) * (size ?? 0);
    },
  };
}

/** Any of the question's runs of three characters. */
function match(query: string): string {
  const plain = query
    .toLowerCase()
    .replaceAll(/[^\p{L}\d]+/gu, ' ')
    .trim();
  if (plain.length < 3) return '';
  return [...new Set(runs(plain, 3))].map((run) => `"${run}"`).join(' OR ');
}
