// The one it is about moves from one place to another, and what is known follows.
import type { Text } from './clauses.ts';
import { MODALS, MOVES, SUBORDINATORS, VERB_FORMS, type MoveKind } from './frames.ts';
import type { Phrase } from './phrases.ts';

export interface Move {
  readonly from: Phrase | undefined;
  readonly to: Phrase | undefined;
}

/**
 *     slutar på BUP och börjar på vuxenpsyk       leaves a place, enters another
 *     flyttar från HVB:t till ett familjehem      moves from and to
 *     byter skola till oss                        changes one of a kind for another
 */
export function findMove(text: Text): Move {
  const steps = text.tokens.flatMap((_, at) => stepAt(at, text));
  const kind = steps.find((step) => step.kind !== undefined)?.kind;
  const from = steps.find((step) => step.from !== undefined)?.from ?? kind;
  const to = steps.find((step) => step.to !== undefined)?.to ?? kind;
  return { from: orKind(from, kind), to: orKind(to, kind) };
}

interface Step extends Move {
  /** What both places are: "byter skola". */
  readonly kind: Phrase | undefined;
}

/** "till oss" is of the kind that is changed, unless it is said who we are. */
function orKind(phrase: Phrase | undefined, kind: Phrase | undefined): Phrase | undefined {
  return phrase?.party === undefined && kind !== undefined ? kind : phrase;
}

function stepAt(at: number, text: Text): Step[] {
  const move = MOVES.get(text.tokens[at]?.word ?? '');
  if (move === undefined || isSomeoneAtWork(at, text)) return [];
  const reach = reachOf(at, text);
  const places = text.phrases.filter(
    ({ from, party, kind, genitive }) =>
      from > at && from <= reach && !genitive && (kind === 'self' || (kind === 'party' && isPlace(party, text))),
  );
  return [stepOf(move, places)];
}

function stepOf(move: MoveKind, places: readonly Phrase[]): Step {
  const of = (...marks: readonly Phrase['mark'][]) => places.find(({ mark }) => marks.includes(mark));
  switch (move) {
    case 'leaves':
      return { from: of('at', 'among', 'from'), to: of('to'), kind: undefined };
    case 'enters':
      return { from: of('from'), to: of('at', 'among', 'to'), kind: undefined };
    case 'moves':
      return { from: of('from'), to: of('to'), kind: of('bare') };
  }
}

function isPlace(party: string | undefined, { individuals }: Text): boolean {
  return party !== undefined && !individuals.includes(party);
}

/** "kuratorn slutar på skolan": those who work there take nothing with them. */
function isSomeoneAtWork(at: number, text: Text): boolean {
  const sentence = text.tokens[at]?.sentence;
  const subject = text.phrases.findLast(
    ({ from, mark, genitive }) => from < at && text.tokens[from]?.sentence === sentence && mark === 'bare' && !genitive,
  );
  if (subject === undefined || subject.kind === 'other') return false;
  return subject.kind === 'self' ? subject.party === undefined : isPlace(subject.party, text);
}

/** The last word that the verb may reach: up to a comma or the next verb. */
function reachOf(at: number, { tokens }: Text): number {
  const next = tokens.findIndex(
    ({ word, sentence, before }, place) =>
      place > at &&
      (sentence !== tokens[at]?.sentence ||
        /[,:(]/u.test(before) ||
        SUBORDINATORS.has(word) ||
        MODALS.has(word) ||
        MOVES.has(word) ||
        VERB_FORMS.has(word)),
  );
  return (next < 0 ? tokens.length : next) - 1;
}
