// What is measured, and what each kind of it is tuned on: the test halves here, the dev halves there, never the same question.
import type { Asked, PublicSets, QuestionSet } from './data.ts';
import { distort, DISTORTIONS, lexiconOf, type Distortion, type Lexicon } from './distort.ts';
import type { Words } from '../../src/knowledge/schema.ts';
import type { Document } from './peer.ts';
import { sample } from './random.ts';

/** A peer is tuned for each of these apart, which is as kind to it as can be. */
export type Target = 'clean' | 'distorted' | 'own' | 'own, distorted';
export const TARGETS: readonly Target[] = ['clean', 'distorted', 'own', 'own, distorted'];

export interface Task {
  readonly name: string;
  readonly target: Target;
  readonly documents: readonly Document[];
  readonly words?: Words;
  readonly questions: readonly Asked[];
}

export interface Tasks {
  readonly tuning: readonly Task[];
  readonly measured: readonly Task[];
  /** Both public sets of entries as one. */
  readonly both: QuestionSet;
}

export const SEPARATE = ['A', 'B', 'C'] as const;
export const KB = 'KB';
export const OWN = 'OWN';

export function distortedName(set: string, how: Distortion): string {
  return `${set}, ${how}`;
}

/** At most so many questions are measured of each. */
export function tasksOf({ a, b, c }: PublicSets, own: QuestionSet, most: number): Tasks {
  const both = {
    documents: [...b.documents, ...c.documents],
    dev: [...b.dev, ...c.dev],
    test: [...b.test, ...c.test],
  };
  const lexicon = lexiconFor([...a.documents, ...both.documents, ...own.documents]);
  const separate = Object.entries({ A: a, B: b, C: c });
  const measured: Task[] = [
    ...separate.map(([name, set]) => plain(name, 'clean', set, set.test)),
    plain(KB, 'clean', both, both.test),
    ...distorted(KB, 'distorted', both, both.test, lexicon),
    plain(OWN, 'own', own, own.test),
    ...distorted(OWN, 'own, distorted', own, own.test, lexicon),
  ];
  const tuning: Task[] = [
    ...separate.map(([name, set]) => atMost(plain(name, 'clean', set, set.dev), TUNED_ON.clean)),
    ...distorted(KB, 'distorted', both, both.dev, lexicon).map((task) => atMost(task, TUNED_ON.distorted)),
    atMost(plain(OWN, 'own', own, own.dev), TUNED_ON.clean),
    ...distorted(OWN, 'own, distorted', own, own.dev, lexicon).map((task) => atMost(task, TUNED_ON.distorted)),
  ];
  return { tuning, measured: measured.map((task) => atMost(task, most)), both };
}

/** Questions of each dev set that a point of a grid is asked. */
const TUNED_ON = { clean: 100, distorted: 12 } as const;

function plain(name: string, target: Target, set: QuestionSet, questions: readonly Asked[]): Task {
  return { name, target, ...searchedIn(set), questions };
}

/** The questions that there is anything to distort in. */
function distorted(
  name: string,
  target: Target,
  set: QuestionSet,
  questions: readonly Asked[],
  lexicon: Lexicon,
): Task[] {
  return DISTORTIONS.map((how) => ({
    name: distortedName(name, how),
    target,
    ...searchedIn(set),
    questions: questions
      .map(({ text, gold }) => ({ before: text, text: distort(text, how, lexicon), gold }))
      .filter(({ before, text }) => before !== text)
      .map(({ text, gold }) => ({ text, gold })),
  }));
}

function searchedIn({ documents, words }: QuestionSet): Pick<Task, 'documents' | 'words'> {
  return words === undefined ? { documents } : { documents, words };
}

function atMost(task: Task, most: number): Task {
  return { ...task, questions: sample(task.questions, most, task.name) };
}

function lexiconFor(documents: readonly Document[]): Lexicon {
  return lexiconOf(documents.map(({ wordings, body }) => `${wordings.join('\n')}\n${body}`));
}
