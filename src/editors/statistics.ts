// How much there is in the knowledge, by area: for one who plans what to write and what to review next.
import { ACTS } from '../law/acts.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { table } from './table.ts';

/** The counts of one area, or of all of them. */
export interface Counts {
  /** The topic's folder or the act's abbreviation. */
  readonly area: string;
  readonly [column: string]: string | number;
}

export interface Statistics {
  readonly entries: readonly Counts[];
  readonly provisions: readonly Counts[];
  readonly others: Readonly<Record<string, number>>;
}

export function statisticsOf({ entries, provisions, rulebook, contacts }: Knowledge): Statistics {
  const topics = [...new Set(entries.map(({ id }) => topicOf(id)))].sort((a, b) => a.localeCompare(b, 'sv'));
  const ofEntries = (area: string, own: typeof entries): Counts => ({
    area,
    frågor: own.length,
    formuleringar: own.reduce((sum, { wordings }) => sum + wordings.length, 0),
    'med fakta': own.filter(({ situation }) => situation !== undefined).length,
    granskade: own.filter(({ review }) => review !== null).length,
  });
  const ofProvisions = (area: string, own: typeof provisions): Counts => ({
    area,
    lagrum: own.length,
    'med regler': own.filter(({ rules }) => rules.length > 0).length,
    regler: own.reduce((sum, { rules }) => sum + rules.length, 0),
    granskade: own.filter(({ review }) => review !== null).length,
  });
  return {
    entries: [
      ...topics.map((topic) =>
        ofEntries(
          topic,
          entries.filter(({ id }) => topicOf(id) === topic),
        ),
      ),
      ofEntries(ALL, entries),
    ],
    provisions: [
      ...ACTS.map(({ id }) =>
        ofProvisions(
          id,
          provisions.filter(({ citation }) => citation.act === id),
        ),
      ).filter(({ lagrum }) => lagrum !== 0),
      ofProvisions(ALL, provisions),
    ],
    others: {
      fall: rulebook?.cases.length ?? 0,
      begrepp: rulebook?.ruleSet.concepts.length ?? 0,
      kontakter: contacts.length,
    },
  };
}

export function statisticsAsText({ entries, provisions, others }: Statistics): string {
  const rest = Object.entries(others).map(([name, count]) => `${count} ${name}`);
  return [countsTable('ämne', entries), countsTable('lag', provisions), `Dessutom ${rest.join(', ')}.`].join('\n\n');
}

const ALL = 'allt';

function topicOf(id: string): string {
  return id.split('/')[0] ?? id;
}

/** The columns by their names, a row for each area. */
function countsTable(head: string, rows: readonly Counts[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const titles = columns.map((column) => (column === 'area' ? head : column));
  return table([titles, ...rows.map((row) => columns.map((column) => String(row[column])))]);
}
