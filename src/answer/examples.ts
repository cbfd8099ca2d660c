// Danger seen by its likeness to the folder's examples: people tell what is happening without naming it. What is learned is a
// function of the folder alone: its examples against its calm ones and the ways in which ordinary questions are asked.
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Urgent } from '../knowledge/urgent.ts';
import type { Danger } from '../question/danger.ts';
import { stem, words } from '../question/swedish.ts';
import { learn, type Features, type Sample, type Score } from './linear.ts';

/** Danger, of no kind in particular, where the question is more like the examples of some danger than like calm ones. */
export function likeExamples(question: string, knowledge: Ordinary & Pick<Knowledge, 'urgent'>): readonly Danger[] {
  const { urgent } = knowledge;
  const danger = urgent === undefined ? undefined : learnedFrom(urgent, knowledge);
  if (urgent?.unnamed === undefined || danger === undefined || words(question).length < FEWEST_WORDS) return [];
  if (danger(featuresOf(question)) <= THRESHOLD) return [];
  const [told = question] = best(sentencesOf(question), (sentence) => danger(featuresOf(sentence)));
  return [{ situation: urgent.unnamed, words: shortened(told.trim()) }];
}

/**
 * Set by cross-validation over the examples and the questions that may be looked at, so that about 2 % of calm ones pass: a danger
 * that is missed is worse than a help that was not needed, for the answer to the question stands below it.
 */
const THRESHOLD = 0;
/** Fewer tell nothing that no wording names. */
const FEWEST_WORDS = 4;

/** Where ordinary questions stand. */
type Ordinary = Pick<Knowledge, 'entries' | 'elsewhere'>;

const known = new WeakMap<Urgent, Score | undefined>();

function learnedFrom(urgent: Urgent, ordinary: Ordinary): Score | undefined {
  if (!known.has(urgent)) known.set(urgent, learnAll(urgent, ordinary));
  return known.get(urgent);
}

/** With few examples of either kind every question would be like one of them: nothing is learned. */
function learnAll({ situations, calmExamples }: Urgent, { entries, elsewhere }: Ordinary): Score | undefined {
  const shown = situations.flatMap(({ examples }) => examples);
  const asked = evenly(
    [
      ...entries.flatMap(({ question, wordings }) => [question, ...wordings]),
      ...elsewhere.flatMap(({ wordings }) => wordings),
    ],
    MOST_ASKED,
  );
  if (shown.length === 0 || calmExamples.length + asked.length === 0) return undefined;
  return learn([
    ...shown.map((text) => ({ features: featuresOf(text), holds: true, cost: 1 })),
    ...calmExamples.map((text) => sample(text, 1)),
    ...asked.map((text, i) => sample(i % 2 === 0 ? text : unmarked(text), ASKED_COST)),
  ]);
}

const MOST_ASKED = 2_000;
/** They are many, and none was written as the calm side of a danger. */
const ASKED_COST = 0.2;

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
