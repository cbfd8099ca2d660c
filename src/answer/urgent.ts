// What stands before the answer when someone is in danger: whom to ring, and what may then be said.
import type { Knowledge } from '../knowledge/knowledge.ts';
import { contactsFor, URGENT_TOPIC, type Contact } from '../knowledge/local.ts';
import type { Call, Urgent, UrgentSituation } from '../knowledge/urgent.ts';
import { RECIPIENT, SENDER } from '../knowledge/rulebook.ts';
import { findDangers, type Danger } from '../question/danger.ts';
import { isFunctionWord, words } from '../question/swedish.ts';
import { understand } from '../question/understand.ts';
import { likeExamples } from './examples.ts';

export interface Alarm {
  /** Each situation with the words that it was seen in, the gravest first; never empty. */
  readonly dangers: readonly Danger[];
  /** The gravest, whose words are said. */
  readonly gravest: UrgentSituation;
  /** Whom to ring in any of them, in order. */
  readonly calls: readonly Call[];
  /** Whom to turn to in the municipality. */
  readonly localCalls: readonly Contact[];
  /** The day on which the numbers were checked. */
  readonly numbersChecked: string;
}

/** `undefined` where the question says of no danger, or the folder knows of none. */
export function alarmOf(question: string, knowledge: Knowledge): Alarm | undefined {
  const { urgent, contacts } = knowledge;
  const dangers = urgent === undefined ? [] : dangersIn(question, urgent, knowledge);
  const [gravest] = dangers.map(({ situation }) => situation);
  if (urgent === undefined || gravest === undefined) return undefined;
  const calls = dangers.flatMap(({ situation }) => situation.calls);
  const about = { entries: [URGENT_TOPIC], citations: gravest.citations };
  return {
    dangers,
    gravest,
    calls: [...new Map(calls.toReversed().map((call) => [call.number ?? call.who, call])).values()].toReversed(),
    // Who is shown at every answer, such as a lawyer, is nobody to ring now.
    localCalls: contactsFor(contacts, about).filter(({ shownAt }) => !shownAt.includes('always')),
    numbersChecked: urgent.checked,
  };
}

/** By their words; where those say nothing, by what is told. */
function dangersIn(question: string, urgent: Urgent, knowledge: Knowledge): readonly Danger[] {
  const named = findDangers(question, urgent);
  return named.length > 0 || tellsOfPapers(question, knowledge) ? named : likeExamples(question, knowledge);
}

/** "Vi har inget samtycke": every word that carries meaning is a fact about how a matter stands, not about what happens to anyone. */
function tellsOfPapers(question: string, { vocabulary }: Knowledge): boolean {
  if (vocabulary === undefined) return false;
  const facts = understand(question, vocabulary).facts.filter(({ concept }) => PAPERS.has(concept));
  const rest = facts.reduce(
    (text, { start, end }) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end),
    question,
  );
  return facts.length > 0 && words(rest).every(isFunctionWord);
}

const PAPERS: ReadonlySet<string> = new Set([
  SENDER,
  RECIPIENT,
  'avsändaren är',
  'mottagaren är',
  'samtycke',
  'begäran',
  'utredning',
  'ålder',
  'samma myndighet',
]);
