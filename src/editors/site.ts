// One version of the knowledge as pages: from an address to the page. What takes time (the matrix, the cases) is done once.
import { answerEntry } from '../answer.ts';
import { sectionKey } from '../law/citation.ts';
import { entryById, type Knowledge } from '../knowledge/knowledge.ts';
import type { Problem } from '../knowledge/problem.ts';
import { RECIPIENT, SENDER, type Rulebook } from '../knowledge/rulebook.ts';
import {
  casePage,
  conceptPage,
  coveragePage,
  entryPage,
  matrixPage,
  notFoundPage,
  problemsPage,
  provisionPage,
  situationPage,
  startPage,
} from '../render/editor-pages.ts';
import { renderPage } from '../render/page.ts';
import { FIELDS } from '../render/visa-matrix.ts';
import type { View } from '../render/visa-view.ts';
import { reason, type Reasoning } from '../rules/reason.ts';
import type { Stated } from '../rules/rule.ts';
import { createMatrix } from './matrix.ts';
import { dayOf } from './trial.ts';

export interface Site {
  /** The page at a path and query, both as they stand in an address; `found` is false where there is none. */
  page(path: string, query: string, problems: readonly Problem[]): { readonly html: string; readonly found: boolean };
  /** An answer as the page that `--html` gives, at its own path, to be shown within another. */
  answerPage(path: string): string | undefined;
  /** Goes through every case, a little at a time, so that the pages stay quick; until it is told to stop. */
  assess(stopped: () => boolean): Promise<void>;
}

export function createSite(knowledge: Knowledge, day: string): Site {
  const book = knowledge.rulebook ?? NO_RULES;
  const matrix = createMatrix(book, day);
  const assessed = new Map<string, Reasoning>();
  const reasoningOf = (id: string): Reasoning | undefined => {
    const each = book.cases.find((one) => one.id === id);
    if (each === undefined) return undefined;
    const reasoning = assessed.get(id) ?? reason(book.ruleSet, each.day ?? day, each.stated);
    assessed.set(id, reasoning);
    return reasoning;
  };

  const dayFor = (id: string) => dayOf(entryById(knowledge, id) ?? {}, day);
  const find = (view: View, segments: readonly string[], query: URLSearchParams): string | undefined => {
    const [area = '', ...rest] = segments;
    const name = rest.join('/');
    switch (area) {
      case '':
        if (rest.length > 0) return undefined;
        return startPage(view, (query.get('sok') ?? '').slice(0, LONGEST_SEARCH));
      case 'lagrum': {
        const wordings = knowledge.provisions.filter(({ citation }) => sectionKey(citation) === rest.join(' '));
        return wordings.length === 0 ? undefined : provisionPage(view, wordings);
      }
      case 'begrepp': {
        const concept = book.ruleSet.concepts.find(({ id }) => id === name);
        return concept && conceptPage(view, concept);
      }
      case 'fall': {
        const each = book.cases.find(({ id }) => id === name);
        const reasoning = reasoningOf(name);
        return each && reasoning && casePage(view, each, reasoning);
      }
      case 'fraga': {
        const shown = answerEntry(name, knowledge, dayFor(name));
        return shown && entryPage(view, name, shown);
      }
      case 'prova': {
        const stated = statedIn(book, query);
        if (stated[SENDER] === undefined || stated[RECIPIENT] === undefined) return undefined;
        return situationPage(view, stated, reason(book.ruleSet, day, stated));
      }
      case 'matris': {
        const [senders = '', recipients = ''] = [FIELDS.senders, FIELDS.recipients].map(
          (field) => query.get(field) ?? '',
        );
        const also = alsoIn(book, query.get(FIELDS.also) ?? '');
        return matrixPage(view, matrix({ senders, recipients, also }));
      }
      case 'tackning':
        return coveragePage(view);
      case 'fel':
        return problemsPage(view.problems, view);
      default:
        return undefined;
    }
  };

  return {
    answerPage(path) {
      const [area, ...rest] = segmentsOf(path) ?? [];
      const shown = area === 'sida' ? answerEntry(rest.join('/'), knowledge, dayFor(rest.join('/'))) : undefined;
      return shown && renderPage(shown);
    },
    page(path, query, problems) {
      const view: View = { knowledge, book, day, problems, assessed };
      const segments = segmentsOf(path);
      const html = segments && find(view, segments, new URLSearchParams(query));
      return { html: html ?? notFoundPage(view), found: html !== undefined };
    },
    async assess(stopped) {
      for (const { id } of book.cases) {
        if (stopped()) return;
        reasoningOf(id);
        await new Promise((resume) => setImmediate(resume));
      }
    },
  };
}

const LONGEST_SEARCH = 100;

/** A folder without concepts has no rules either; its provisions and questions can still be read. */
const NO_RULES: Rulebook = {
  ruleSet: { concepts: [], rules: [], coverage: [] },
  concepts: new Map(),
  rules: new Map(),
  uncovered: [],
  leftOut: [],
  cases: [],
  places: {
    rules: new Map(),
    concepts: new Map(),
    cases: new Map(),
    situations: new Map(),
    coverage: { file: '', line: 1, column: 1, source: '' },
  },
};

/** The parts of a path, or `undefined` where it is not written as an address is. */
function segmentsOf(path: string): string[] | undefined {
  try {
    return path.replace(/^\//u, '').split('/').map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

/** What the query states of the concepts; the rest of it, and what is left open, is passed over. */
function statedIn({ ruleSet }: Rulebook, query: URLSearchParams): Stated {
  return Object.fromEntries(
    ruleSet.concepts.flatMap(({ id }) => {
      const value = query.get(id) ?? '';
      return value === '' ? [] : [[id, value.slice(0, LONGEST_SEARCH)] as const];
    }),
  );
}

/** "samtycke=ja" as a fact, where there are such a concept and such a value. */
function alsoIn({ ruleSet }: Rulebook, text: string): Stated {
  const known = ruleSet.concepts.find(({ id, values }) => values.some((value) => text === `${id}=${value}`));
  return known === undefined ? {} : { [known.id]: text.slice(known.id.length + 1) };
}
