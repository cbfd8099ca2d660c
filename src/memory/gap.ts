// What is remembered of an answer: the entry that was given, or that one was missing, in words that cannot point to anyone.
import { ordinaryOf, type Answer, type OrdinaryAnswer } from '../answer.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Entry } from '../knowledge/schema.ts';
import { sectionKey } from '../law/citation.ts';
import { findCitations } from '../law/parse.ts';
import type { Gap, Note } from '../memory.ts';
import { guard } from '../question/guard.ts';
import { folderWords } from './vocabulary.ts';

/** The entry that was given; `undefined` where none was. */
export function entryGiven(given: Answer): Entry | undefined {
  const ordinary = ordinaryOf(given);
  return ordinary.outcome === 'answer'
    ? ordinary.entry
    : ordinary.outcome === 'verdict'
      ? ordinary.explained
      : undefined;
}

/** What to remember of an answer on a day; nothing of a greeting, or of one that neither rests on an entry nor lacks one. */
export function noteOf(given: Answer, knowledge: Knowledge, day: string): Note | undefined {
  const entry = entryGiven(given);
  return entry === undefined ? gapOf(given, knowledge, day) : { kind: 'answered', day, entry: entry.id };
}

/** The gap that an answer shows: that there was none, or that the person was asked what they meant. */
export function gapOf(given: Answer, knowledge: Knowledge, day: string): Gap | undefined {
  const ordinary = ordinaryOf(given);
  const why = lacking(ordinary);
  if (why === undefined) return undefined;
  const area = nearestTo(ordinary)?.split('/')[0];
  const words = tellingWords(given.question, knowledge);
  return { kind: 'gap', day, why, ...(area === undefined ? {} : { area }), words };
}

/**
 * At most six words of a masked question, in the form that the folder has them most and in the order of the alphabet: so
 * neither the question nor anyone's way to write can be read from them. The rarest are taken: they say most.
 */
export function tellingWords(question: string, knowledge: Knowledge): readonly string[] {
  const { called, textsWith } = folderWords(knowledge);
  const found = new Set(wordsIn(spoken(question.replaceAll(MASK, ' '))).flatMap((written) => called(written) ?? []));
  return [...found]
    .sort((a, b) => textsWith(a) - textsWith(b) || a.localeCompare(b, 'sv'))
    .slice(0, MOST_WORDS)
    .sort((a, b) => a.localeCompare(b, 'sv'));
}

/**
 * What a person writes to the editors, with «…» for every word that is not common in the folder: so names go, also unusual
 * ones. Provisions are kept. Empty when nothing is left to read.
 */
export function masked(line: string, knowledge: Knowledge): string {
  const { has } = folderWords(knowledge);
  const text = spoken(guard(line.normalize('NFC')).text.replaceAll(MASK, ELLIPSIS))
    .replaceAll(/\s+/gu, ' ')
    .trim();
  const cited = findCitations(text).filter(({ actStated }) => actStated);
  let shown = '';
  let at = 0;
  const show = (part: string) => {
    for (const [piece] of part.matchAll(PIECE)) {
      // A capital at the beginning of a sentence makes no name.
      const word = /(?:^|[.!?:…] )$/u.test(shown) ? `${piece.charAt(0).toLowerCase()}${piece.slice(1)}` : piece;
      if (!/^\p{L}/u.test(piece)) shown += mark(piece);
      else shown += has(piece) || has(word) ? piece : ELLIPSIS;
    }
  };
  for (const { citation, start, end } of cited) {
    if (start < at) continue;
    show(text.slice(at, start));
    shown += sectionKey(citation);
    at = end;
  }
  show(text.slice(at));
  const whole = shown.replaceAll(/…(?:[\s,:;.-]*…)+/gu, ELLIPSIS).trim();
  if (!/\p{L}/u.test(whole)) return '';
  return whole.length <= LONGEST_LINE
    ? whole
    : `${whole.slice(0, whole.lastIndexOf(' ', LONGEST_LINE - 2))} ${ELLIPSIS}`;
}

const MOST_WORDS = 6;
/** Characters of a line to the editors. */
const LONGEST_LINE = 200;
const ELLIPSIS = '…';
/** What the guard leaves in the place of personal data. */
const MASK = /\[(?:personnummer|samordningsnummer|e-post|telefon)\]/gu;
/** A word, a number with what belongs to it, or what stands between. */
const PIECE = /\p{L}[\p{L}\p{M}]*|\p{N}+|[^\p{L}\p{N}]+/gu;

/** One who writes in capitals alone means no names by them. */
function spoken(text: string): string {
  return text === text.toUpperCase() ? text.toLowerCase() : text;
}

function wordsIn(text: string): string[] {
  return text.normalize('NFC').match(/[\p{L}\p{M}\d]+/gu) ?? [];
}

/** What may stand between words; a number may be an age, a date or a room. */
function mark(piece: string): string {
  return /\p{N}/u.test(piece) ? ELLIPSIS : piece.replaceAll(/[^\s,.!?:;…-]/gu, '');
}

function lacking(ordinary: OrdinaryAnswer): Gap['why'] | undefined {
  switch (ordinary.outcome) {
    case 'clarify':
      // `/lagrum` with a word that several provisions have in their names: a list to look in, no doubt of what was meant.
      return ordinary.entries.length === 0 ? undefined : 'asked back';
    case 'verdict':
      return ordinary.reasoning.verdict === 'outside' && ordinary.explained === undefined ? 'declined' : undefined;
    case 'decline':
      return isLack(ordinary.reason.why) ? 'declined' : undefined;
    case 'answer':
    case 'lagrum':
      return undefined;
  }
}

function isLack(why: Extract<OrdinaryAnswer, { outcome: 'decline' }>['reason']['why']): boolean {
  switch (why) {
    case 'outside':
    case 'no-provision-like-it':
    case 'no-such-provision':
      return true;
    case 'empty':
    case 'thanks':
    case 'too-long':
    case 'not-in-force':
      return false;
  }
}

/** The nearest entry's id. A decline has some at the bottom of the search too: only those that it dares to name are near. */
export function nearestTo(ordinary: OrdinaryAnswer): string | undefined {
  return ordinary.outcome === 'decline' ? ordinary.near[0]?.id : ordinary.entries[0]?.id;
}
