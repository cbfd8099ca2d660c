// A follow-up in a thread: what was stated before stays, what the new words say is laid on top, and the verdict is reached anew.
// Nothing is remembered by us: what was stated before is read back from the earlier answer's own buttons.
import { answer, answerSituation, ordinaryOf, type Answer } from '../answer.ts';
import { findCitations } from '../law/parse.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { RECIPIENT, SENDER, type Rulebook } from '../knowledge/rulebook.ts';
import type { Entry } from '../knowledge/schema.ts';
import { readFollowUp, type FollowUp } from '../question/followup.ts';
import { words } from '../question/swedish.ts';
import type { Stated } from '../rules/rule.ts';
import { hasParties, situationOf } from './situation.ts';

/** What an earlier answer in the thread was about. */
export type Earlier =
  { readonly kind: 'situation'; readonly stated: Stated } | { readonly kind: 'entry'; readonly entry: Entry };

/** Answers what was written in a thread; `earlier` is the answer above it, `undefined` where none could be read back. */
export function answerFollowUp(text: string, earlier: Earlier | undefined, knowledge: Knowledge, date: string): Answer {
  const alone = answer(text, knowledge, date);
  const { vocabulary, rulebook } = knowledge;
  if (vocabulary === undefined || rulebook === undefined || !mayFollow(alone)) return alone;
  const said = readFollowUp(alone.question, vocabulary);
  const base = baseOf(earlier);
  const before = base && situationOf(base, knowledge, date);
  if (base === undefined || before === undefined || !follows(said, alone))
    return isLost(said, alone) ? { ...alone, follows: { kind: 'alone' } } : alone;
  const readings = merged(base, said, rulebook);
  const [stated, other] = readings;
  if (stated === undefined) return alone;
  const { question, personalData, entries, confidence, language, easy } = alone;
  const heard = { question, personalData, date, entries, confidence, language, easy };
  if (other !== undefined) {
    const choices = readings.map((each) => ({ kind: 'direction', stated: each, rulebook }) as const);
    return { ...heard, outcome: 'clarify', choices };
  }
  const given = answerSituation(stated, knowledge, date);
  if (given === undefined) return alone;
  const isKept = (concept: string) => base[concept] === stated[concept];
  return {
    ...given,
    question,
    personalData,
    language,
    easy,
    follows: {
      kind: 'kept',
      kept: picked(stated, isKept),
      changed: picked(stated, (concept) => !isKept(concept)),
      before,
    },
  };
}

/** Facts that hold for one pair of parties and not for another; those of one party alone go when that one changes. */
export const TIED: Readonly<Record<string, readonly string[]>> = {
  [SENDER]: ['avsändaren är'],
  [RECIPIENT]: ['mottagaren är', 'part', 'mottagaren anmälde', 'behövs i arbetet', 'begäran'],
  both: ['samma myndighet', 'självständiga verksamhetsgrenar', 'samma kommun eller region'],
};

/** More words than these in a follow-up that does not lean on the answer before it, and it is a question of its own. */
const SHORT = 8;

/** Danger comes first; and one who names a provision, greets or writes a novel does not go on with a situation. */
function mayFollow(alone: Answer): boolean {
  if (alone.outcome === 'urgent' || findCitations(alone.question).length > 0) return false;
  return alone.outcome !== 'decline' || alone.reason.why === 'outside';
}

/** Whether what was said goes on from the earlier answer, rather than asking something of its own. */
function follows(said: FollowUp, alone: Answer): boolean {
  if (said.turned) return true;
  // Both parties are named: it stands by itself.
  if (ordinaryOf(alone).outcome === 'verdict') return false;
  if (said.leans !== 'no') return said.facts.length > 0 || said.named.length > 0 || !isSure(alone);
  return said.facts.length > 0 && words(alone.question).length <= SHORT && !isSure(alone);
}

/** Whether it seems to build on something, with nothing there to build on. */
function isLost({ leans }: FollowUp, alone: Answer): boolean {
  return leans === 'clearly' || (leans === 'perhaps' && !isSure(alone));
}

function isSure(alone: Answer): boolean {
  return alone.outcome === 'answer' || alone.outcome === 'verdict';
}

function baseOf(earlier: Earlier | undefined): Stated | undefined {
  const stated = earlier?.kind === 'entry' ? earlier.entry.situation?.stated : earlier?.stated;
  return stated !== undefined && hasParties(stated) ? stated : undefined;
}

/** What is stated now; two readings where a party is named and could take either's place. */
function merged(base: Stated, said: FollowUp, rulebook: Rulebook): Stated[] {
  const turned = said.turned
    ? parted(base, { [SENDER]: base[RECIPIENT] ?? '', [RECIPIENT]: base[SENDER] ?? '' })
    : base;
  const next = parted(turned, Object.fromEntries(said.facts.map(({ concept, value }) => [concept, value])));
  const party = said.named.find((each) => each !== next[SENDER] && each !== next[RECIPIENT]);
  if (party === undefined) return [next];
  const places = [SENDER, RECIPIENT].filter((role) => said.facts.every(({ concept }) => concept !== role));
  const kin = places.filter((role) => groupOf(party, rulebook) === groupOf(next[role] ?? '', rulebook));
  return (kin.length === 1 ? kin : places).map((role) => parted(next, { [role]: party }));
}

/** With new facts laid on top; what was tied to a party that changes goes, unless it is said anew. */
function parted(stated: Stated, facts: Stated): Stated {
  const changes = (role: string) => facts[role] !== undefined && facts[role] !== stated[role];
  const gone = [SENDER, RECIPIENT].filter(changes).flatMap((role) => [...(TIED[role] ?? []), ...(TIED.both ?? [])]);
  return { ...picked(stated, (concept) => !gone.includes(concept)), ...facts };
}

/** Under which heading a party stands among those one can choose. */
function groupOf(party: string, rulebook: Rulebook): string | undefined {
  return rulebook.concepts.get(SENDER)?.choices.find(({ values }) => values.includes(party))?.heading;
}

function picked(stated: Stated, keep: (concept: string) => boolean): Stated {
  return Object.fromEntries(Object.entries(stated).filter(([concept]) => keep(concept)));
}
