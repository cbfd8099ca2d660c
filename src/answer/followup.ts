// A follow-up in a thread: what was stated before stays, what the new words say is laid on top, and the verdict is reached anew.
// Nothing is remembered by us: what was stated before is read back from the earlier answer's own buttons.
import { answer, answerSituation, inLanguage, ordinaryOf, type Answer } from '../answer.ts';
import { findCitations } from '../law/parse.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { NATURE, RECIPIENT, SENDER, type Rulebook } from '../knowledge/rulebook.ts';
import type { Entry } from '../knowledge/schema.ts';
import { readEnglishFollowUp } from '../question/english-followup.ts';
import { readFollowUp, type FollowUp } from '../question/followup.ts';
import { couldBeEither, type Language } from '../question/language.ts';
import { words } from '../question/swedish.ts';
import type { Stated } from '../rules/rule.ts';
import { hasParties, situationOf } from './situation.ts';

/** What an earlier answer in the thread was about. */
export type Earlier = (
  { readonly kind: 'situation'; readonly stated: Stated } | { readonly kind: 'entry'; readonly entry: Entry }
) & {
  /** The language that it was given in; Swedish where it is not said. */
  readonly language?: Language;
};

/** Answers what was written in a thread; `earlier` is the answer above it, `undefined` where none could be read back. */
export function answerFollowUp(text: string, earlier: Earlier | undefined, knowledge: Knowledge, date: string): Answer {
  const read = calmed(answer(text, knowledge, date), earlier, knowledge);
  // "BUP?" has no language of its own, and goes on in that of the answer above it.
  const alone = earlier?.language === 'en' && couldBeEither(read.question) ? inLanguage(read, 'en') : read;
  const { vocabulary, rulebook } = knowledge;
  if (vocabulary === undefined || rulebook === undefined || !mayFollow(alone)) return alone;
  const said =
    alone.language === 'en' && vocabulary.english !== undefined
      ? readEnglishFollowUp(alone.question, vocabulary.english, vocabulary.kinds)
      : readFollowUp(alone.question, vocabulary);
  const base = baseOf(earlier);
  const before = base && situationOf(base, knowledge, date);
  if (base === undefined || before === undefined || !follows(said, alone))
    return isLost(said, alone) ? { ...alone, follows: { kind: 'alone' } } : alone;
  const { question, personalData, language, easy } = alone;
  const stated = merged(base, said, rulebook);
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
      dropped: picked(base, (concept) => stated[concept] === undefined),
      before,
    },
  };
}

/** Facts that hold for one pair of parties and not for another; those of one party alone go when that one changes. */
export const TIED: Readonly<Record<string, readonly string[]>> = {
  [SENDER]: ['avsändaren är'],
  [RECIPIENT]: ['mottagaren är', 'part', 'mottagaren anmälde', 'behövs i arbetet', 'begäran', 'samtycke'],
  both: ['samma myndighet', 'självständiga verksamhetsgrenar', 'samma kommun eller region'],
};

/** Words; fewer are hard to tell from danger by likeness alone, where an ordinary question stands above them. */
const ENOUGH_FOR_DANGER = 15;

/** Danger that words name is danger anywhere; what is only like it must say more when it stands below an answer. */
function calmed(alone: Answer, earlier: Earlier | undefined, { urgent }: Knowledge): Answer {
  if (earlier === undefined || alone.outcome !== 'urgent' || words(alone.question).length >= ENOUGH_FOR_DANGER)
    return alone;
  return alone.dangers.every(({ situation }) => situation === urgent?.unnamed) ? alone.then : alone;
}

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
  const says = said.facts.length > 0 || said.named.length > 0 || said.nature !== undefined;
  if (said.leans !== 'no') return says || !isSure(alone);
  return says && (!said.asks || (said.facts.length > 0 && words(alone.question).length <= SHORT && !isSure(alone)));
}

/** More words than these in a question that does not lean on the answer before it, and it stands by itself. */
const SHORT = 8;

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

/** What is stated now. A party named without a role takes the place of its like, else of the one who is told. */
function merged(base: Stated, said: FollowUp, rulebook: Rulebook): Stated {
  const own = Object.fromEntries(said.facts.map(({ concept, value }) => [concept, value]));
  const { [SENDER]: from = '', [RECIPIENT]: to = '' } = base;
  // "om det är vi på soc som vill berätta": one who was told now tells, and so it is turned around.
  const isTurned =
    said.turned ||
    (own[SENDER] === to && own[RECIPIENT] === undefined) ||
    (own[RECIPIENT] === from && own[SENDER] === undefined);
  const turned = isTurned ? parted(base, { [SENDER]: to, [RECIPIENT]: from }) : base;
  const next = parted(
    turned,
    picked(own, (concept) => !Object.values(NATURE).includes(concept)),
  );
  const run = natureFacts(said, next, rulebook);
  const party = said.named.find((each) => each !== next[SENDER] && each !== next[RECIPIENT]);
  if (party === undefined || Object.keys(run).length > 0) return { ...next, ...run };
  const places = [RECIPIENT, SENDER].filter((role) => own[role] === undefined);
  const place = places.find((role) => isKin(party, next[role], rulebook)) ?? places[0];
  return place === undefined ? next : parted(next, { [place]: party });
}

/** "Om det är en friskola", "boendet drivs av ett bolag": who runs the one that is known already. */
function natureFacts(said: FollowUp, stated: Stated, rulebook: Rulebook): Stated {
  const roles = [SENDER, RECIPIENT];
  for (const party of said.named) {
    const group = rulebook.ruleSet.concepts.find(({ id }) => id === SENDER)?.groups.get(party);
    const [nature, ...others] = group?.gives.get(NATURE[SENDER] ?? '') ?? [];
    const role = roles.find((each) => group?.values.has(stated[each] ?? '') === true || isSchool(each, party));
    if (nature !== undefined && others.length === 0 && role !== undefined) return { [NATURE[role] ?? '']: nature };
  }
  if (said.nature === undefined) return {};
  const role = roles.find((each) => said.mentioned.some((party) => isKin(party, stated[each], rulebook))) ?? SENDER;
  return { [NATURE[role] ?? '']: said.nature };

  function isSchool(role: string, party: string): boolean {
    return stated[role] === 'skola' && party === 'friskola';
  }
}

/** With new facts laid on top; what was tied to a party that changes goes, unless it is said anew. */
function parted(stated: Stated, facts: Stated): Stated {
  const changes = (role: string) => facts[role] !== undefined && facts[role] !== stated[role];
  const gone = [SENDER, RECIPIENT].filter(changes).flatMap((role) => [...(TIED[role] ?? []), ...(TIED.both ?? [])]);
  return { ...picked(stated, (concept) => !gone.includes(concept)), ...facts };
}

/** Whether both stand under the same heading among the parties that one can choose. */
function isKin(one: string, other: string | undefined, rulebook: Rulebook): boolean {
  const headings = (party: string | undefined) =>
    rulebook.concepts.get(SENDER)?.choices.find(({ values }) => values.includes(party ?? ''))?.heading;
  return one === other || (headings(one) !== undefined && headings(one) === headings(other));
}

function picked(stated: Stated, keep: (concept: string) => boolean): Stated {
  return Object.fromEntries(Object.entries(stated).filter(([concept]) => keep(concept)));
}
