// Danger seen by its likeness to the folder's examples: people tell what is happening without naming it. What is learned is a
// function of the folder alone: its examples against its calm ones and the ways in which ordinary questions are asked.
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Urgent, UrgentSituation } from '../knowledge/urgent.ts';
import type { Danger } from '../question/danger.ts';
import { contentWords, fold, stem, words } from '../question/swedish.ts';
import { learn, type Features, type Sample, type Score } from './linear.ts';

/**
 * The situations whose examples the question is most like, the likeliest first, when it is more like them than like calm ones.
 * There are two, since what is told is often of more than one kind, and a number too many does no harm.
 */
export function likeExamples(question: string, knowledge: Ordinary & Pick<Knowledge, 'urgent'>): readonly Danger[] {
  const learned = knowledge.urgent === undefined ? undefined : learnedFrom(knowledge.urgent, knowledge);
  if (learned === undefined || words(question).length < FEWEST_WORDS) return [];
  const features = featuresOf(question);
  if (learned.danger(features) <= THRESHOLD) return [];
  const [told = question] = best(sentencesOf(question), (sentence) => learned.danger(featuresOf(sentence)));
  const seenIn = shortened(told.trim());
  return learned
    .kinds(subjectOf(question))
    .slice(0, MOST_KINDS)
    .map((situation) => ({ situation, words: seenIn }));
}

/**
 * Set by cross-validation over the examples and the questions that may be looked at, so that at most 2 % of calm ones pass; a little
 * higher than that gave, after a look at half of some messages that others had written.
 */
const THRESHOLD = 0.1;
/** Fewer tell nothing that no wording names. */
const FEWEST_WORDS = 4;
const MOST_KINDS = 2;

/** Where ordinary questions stand. */
type Ordinary = Pick<Knowledge, 'entries' | 'elsewhere'>;

interface Learned {
  readonly danger: Score;
  /** The likeliest first. */
  readonly kinds: (subject: Features) => readonly UrgentSituation[];
}

const known = new WeakMap<Urgent, Learned | undefined>();

function learnedFrom(urgent: Urgent, ordinary: Ordinary): Learned | undefined {
  if (!known.has(urgent)) known.set(urgent, learnAll(urgent, ordinary));
  return known.get(urgent);
}

/** With few examples of either kind every question would be like one of them: nothing is learned. */
function learnAll({ situations, calmExamples }: Urgent, { entries, elsewhere }: Ordinary): Learned | undefined {
  const shown = situations.flatMap((situation) =>
    situation.examples.map((text) => ({ situation, features: featuresOf(text), subject: subjectOf(text) })),
  );
  const asked = evenly(
    [
      ...entries.flatMap(({ question, wordings }) => [question, ...wordings]),
      ...elsewhere.flatMap(({ wordings }) => wordings),
    ],
    MOST_ASKED,
  );
  if (shown.length === 0 || calmExamples.length + asked.length === 0) return undefined;
  const danger = learn([
    ...shown.map(({ features }) => ({ features, holds: true, cost: 1 })),
    ...calmExamples.map((text) => sample(text, 1)),
    ...asked.map((text, i) => sample(i % 2 === 0 ? text : unmarked(text), ASKED_COST)),
  ]);
  const named = situations.flatMap((situation) =>
    situation.wordings.map((text) => ({ situation, subject: subjectOf(text) })),
  );
  return { danger, kinds: kindsOf([...shown, ...named]) };
}

/** The situations, by how likely under their examples and wordings the words of a message are (multinomial naive Bayes). */
function kindsOf(shown: readonly { readonly situation: UrgentSituation; readonly subject: Features }[]) {
  const counts = new Map<string, Map<UrgentSituation, number>>();
  const totals = new Map<UrgentSituation, number>();
  for (const { situation, subject } of shown) {
    for (const [name, value] of subject) {
      const own = counts.get(name) ?? new Map<UrgentSituation, number>();
      counts.set(name, own.set(situation, (own.get(situation) ?? 0) + value));
      totals.set(situation, (totals.get(situation) ?? 0) + value);
    }
  }
  const likelihood = (features: Features, situation: UrgentSituation) => {
    const total = (totals.get(situation) ?? 0) + UNSEEN * counts.size;
    let sum = 0;
    for (const [name, value] of features) {
      const own = counts.get(name);
      if (own !== undefined) sum += value * Math.log(((own.get(situation) ?? 0) + UNSEEN) / total);
    }
    return sum;
  };
  return (features: Features) => best([...totals.keys()], (situation) => likelihood(features, situation));
}

/** What a word counts for where it has not been seen. */
const UNSEEN = 0.05;
const MOST_ASKED = 1_000;
/** They are many, and none was written as the calm side of a danger. */
const ASKED_COST = 0.25;

function sample(text: string, cost: number): Sample {
  return { features: featuresOf(text), holds: false, cost };
}

/** As many write: a question without its mark. */
function unmarked(text: string): string {
  return text.replace(/\?\s*$/u, '');
}

/** What is asked says less of danger than what is told, so the words of the two are kept apart too. */
function featuresOf(text: string): Features {
  const features = new Map<string, number>();
  const add = (name: string, value: number) => {
    if ((features.get(name) ?? 0) < value) features.set(name, value);
  };
  const sentences = sentencesOf(text);
  for (const sentence of sentences) {
    const isAsked = sentence.trimEnd().endsWith('?');
    const all = words(sentence).map(stem);
    for (const [i, word] of all.entries()) {
      add(word, 1);
      add(`${isAsked ? 'asked' : 'told'}: ${word}`, SIDE);
      if (i > 0) add(`${all[i - 1] ?? ''} ${word}`, PAIR);
      if (i > 0 && !isAsked) add(`told: ${all[i - 1] ?? ''} ${word}`, TOLD_PAIR);
    }
  }
  const length = Math.sqrt([...features.values()].reduce((sum, value) => sum + value ** 2, 0)) || 1;
  for (const [name, value] of features) features.set(name, value / length);
  features.set('long:', SHAPE * Math.min(1, words(text).length / LONG));
  features.set('told only:', text.includes('?') ? 0 : SHAPE);
  return features;
}

const SIDE = 0.7;
const PAIR = 0.7;
const TOLD_PAIR = 0.5;
const SHAPE = 0.2;
/** Words. */
const LONG = 40;

/** The words that carry a subject, and their runs of letters, for a compound says what its parts do. */
function subjectOf(text: string): Features {
  const subject = new Map<string, number>();
  for (const word of contentWords(text)) {
    subject.set(stem(word), 1);
    const letters = `_${fold(word)}_`;
    for (let i = 0; i + RUN <= letters.length; i += 1) subject.set(`${letters.slice(i, i + RUN)}~`, RUN_WEIGHT);
  }
  return subject;
}

const RUN = 5;
const RUN_WEIGHT = 0.3;

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?])\s+|\n+/u);
}

/** The best first; nothing of nothing. */
function best<T>(all: readonly T[], worth: (one: T) => number): T[] {
  return all
    .map((one) => ({ one, worth: worth(one) }))
    .sort((a, b) => b.worth - a.worth)
    .map(({ one }) => one);
}

function evenly<T>(all: readonly T[], most: number): T[] {
  const step = Math.max(1, all.length / most);
  return Array.from({ length: Math.min(all.length, most) }, (_, i) => all[Math.floor(i * step)]).filter(
    (one) => one !== undefined,
  );
}

const MOST_SHOWN = 120;

function shortened(text: string): string {
  return text.length <= MOST_SHOWN ? text : `${text.slice(0, MOST_SHOWN).replace(/\s+\S*$/u, '')} …`;
}
