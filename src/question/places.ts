// Who stands where about the verb of a clause: its subject and objects, and those with a preposition.
import type { Clause, Text } from './clauses.ts';
import { isContactThing } from './frames.ts';
import type { Phrase } from './phrases.ts';
import type { Head } from './verbs.ts';

export interface Parts {
  /** The clause may tell how it came about: "soc ringer", "när soc ringer", but not "är det okej om soc ringer". */
  readonly mayOpen: boolean;
  readonly phrases: readonly Phrase[];
  readonly words: readonly string[];
  readonly head: Head | undefined;
  readonly clause: Clause;
  readonly inherited: Phrase | undefined;
}

export function ofMark(parts: Parts, ...marks: readonly Phrase['mark'][]): Phrase[] {
  return parts.phrases.filter((phrase) => !phrase.genitive && marks.includes(phrase.mark) && phrase.kind !== 'folk');
}

/** The subject and the objects: those without a preposition, by their place about the verb. */
export function around(parts: Parts, head: Head): { subject: Phrase | undefined; objects: readonly Phrase[] } {
  const bare = parts.phrases.filter((phrase) => !phrase.genitive && phrase.mark === 'bare');
  const before = bare.filter(({ from }) => from < head.first);
  const after = bare.filter(({ from }) => from > head.first && from !== head.at);
  const [subject, ...objects] = after;
  if (before.length === 0 && head.finite && parts.clause.opener !== 'and') return { subject, objects };
  const agents = parts.phrases.filter((phrase) => isForWhom(phrase, parts));
  const heads = [...before, ...agents].filter(({ joined }) => !joined);
  const self = heads.find(({ kind, party }) => kind === 'self' && party === undefined);
  return { subject: self ?? heads.at(-1) ?? parts.inherited, objects: after };
}

/** "tillåtet för BUP att berätta". */
function isForWhom({ mark, to }: Phrase, { clause, words }: Parts): boolean {
  return mark === 'for' && words[to + 1 - clause.from] === 'att';
}

export function subjectOf(clause: Clause, text: Text): Phrase | undefined {
  return text.phrases.find(
    ({ from, to, mark, genitive }) => from >= clause.from && to <= clause.to && mark === 'bare' && !genitive,
  );
}

export function source(parts: Parts): Phrase | undefined {
  return ofMark(parts, 'from', 'of', 'among')[0] ?? undefined;
}

/** Whose it is: "kuratorns anteckningar", "skolsköterskejournalen". */
export function owner(parts: Parts, { individuals }: Text): Phrase | undefined {
  return parts.phrases.find(({ genitive, party }) => genitive && party !== undefined && !individuals.includes(party));
}

export function told(parts: Parts, head: Head, object?: Phrase): Phrase | undefined {
  const takesWith = head.frame === 'talk' || parts.words.some((word) => /^(?:dela|delar|kommunicera)/u.test(word));
  const marks: Phrase['mark'][] = [
    'to',
    ...(head.takesFor ? (['for'] as const) : []),
    ...(takesWith ? (['with'] as const) : []),
  ];
  const all = ofMark(parts, ...marks).filter((phrase) => !isForWhom(phrase, parts));
  const found = object === undefined && all.length < 2 ? all : all.filter((phrase) => !isWhoseContact(phrase, parts));
  return (
    found.find(({ from }) => from > head.at) ??
    found[0] ??
    parts.phrases.find(({ from, party }) => from === head.at && party !== undefined)
  );
}

/** "adressen till en klient": whose it is, and not who gets it. */
function isWhoseContact({ from, mark }: Phrase, { words, clause }: Parts): boolean {
  const to = words.slice(0, from - clause.from).findLastIndex((word) => word === 'till');
  return mark === 'to' && isContactThing(words[to - 1] ?? '');
}
