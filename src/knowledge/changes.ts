// What a reload brought, in words for the person who has just saved.
import { sectionKey } from '../law/citation.ts';
import type { Knowledge } from './knowledge.ts';
import type { Provision } from './schema.ts';

/** What is new, changed and gone between two readings of the folders; a sentence each, none where nothing is another. */
export function changesBetween(before: Knowledge, after: Knowledge): string[] {
  const entries = compare(before.entries, after.entries, ({ id }) => id);
  const provisions = compare(before.provisions, after.provisions, provisionId);
  const sentences = [
    told('Nya frågor', entries.added),
    told('Ändrade frågor', entries.changed),
    told('Borttagna frågor', entries.removed),
    told('Nya lagrum', provisions.added),
    told('Ändrade lagrum', provisions.changed),
    told('Borttagna lagrum', provisions.removed),
    ...newWordings(before, after),
  ].filter((sentence) => sentence !== '');
  return sentences.length === 0 && before.version !== after.version
    ? ['Ändrat i det gemensamma: regler, begrepp, fall, ord, akuta lägen eller kontakter.']
    : sentences;
}

interface Compared {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

function compare<T>(before: readonly T[], after: readonly T[], idOf: (item: T) => string): Compared {
  const texts = (items: readonly T[]) => new Map(items.map((item) => [idOf(item), JSON.stringify(item)]));
  const [then, now] = [texts(before), texts(after)];
  return {
    added: [...now.keys()].filter((id) => !then.has(id)),
    changed: [...now].filter(([id, text]) => then.has(id) && then.get(id) !== text).map(([id]) => id),
    removed: [...then.keys()].filter((id) => !now.has(id)),
  };
}

/** A new wording is the law's doing, not the editor's: what rests on it should be read again. */
function newWordings(before: Knowledge, after: Knowledge): string[] {
  const then = new Map(before.provisions.map((provision) => [provisionId(provision), provision.wording]));
  return after.provisions.flatMap((provision) => {
    const old = then.get(provisionId(provision));
    if (old === undefined || old === provision.wording) return [];
    const key = sectionKey(provision.citation);
    const resting = after.entries.filter(({ citations }) => citations.some((each) => sectionKey(each) === key)).length;
    return [
      `${key} har ny lydelse (${old} → ${provision.wording}): läs om ${resting} frågor, se «kontroll --granskning».`,
    ];
  });
}

function provisionId({ citation, validFrom }: Provision): string {
  return `${sectionKey(citation)}${validFrom === undefined ? '' : ` från ${validFrom}`}`;
}

function told(what: string, ids: readonly string[]): string {
  if (ids.length === 0) return '';
  const shown = ids.slice(0, MOST_SHOWN).join(', ');
  return `${what} (${ids.length}): ${shown}${ids.length > MOST_SHOWN ? ' …' : ''}.`;
}

const MOST_SHOWN = 5;
