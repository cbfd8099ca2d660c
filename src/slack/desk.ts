// Where the listeners stand: what each of them needs, and the promise that nobody is met with silence.
import type { Logger } from 'pino';
import type { Answer } from '../answer.ts';
import { areaOf, type Knowledge } from '../knowledge/knowledge.ts';
import type { Problem } from '../knowledge/problem.ts';
import type { Gap, Memory } from '../memory.ts';
import { entryGiven, noteOf } from '../memory/gap.ts';
import type { Target } from '../render/buttons.ts';
import type { Audience, Setting } from '../render/slack.ts';
import { describeError } from './log.ts';
import type { Seen } from './seen.ts';

/** What the listeners need. */
export interface Desk {
  readonly knowledge: () => Knowledge;
  /** What is wrong in the folder now; the knowledge is then the last that was whole. */
  readonly problems: () => readonly Problem[];
  readonly today: () => string;
  readonly log: Logger;
  readonly seen: Seen;
  readonly memory: Memory;
  readonly people: People;
}

/** To whom the bot turns. All are Slack's ids. */
export interface People {
  /** The channel where «Fråga en människa» is posted; the button is not shown where there is none. */
  readonly humanChannel?: string;
  /** The channel that is told of problems in the knowledge, and gets the weekly digest. */
  readonly adminChannel?: string;
  /** Those who see the state of the knowledge in their Home tab. */
  readonly admins: readonly string[];
}

/** How an answer is to be shown to those who see it. */
export function settingFor(desk: Desk, audience: Audience): Setting {
  return { audience, human: hasHuman(desk) };
}

/** Whether there are people to hand a question over to. */
export function hasHuman({ people }: Desk): boolean {
  return people.humanChannel !== undefined;
}

/** Does the work, or apologises: to the person by `apologise`, to the log without the question. Never rejects. */
export async function orApologise(
  log: Logger,
  surface: string,
  work: () => Promise<void>,
  apologise: () => Promise<unknown>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error({ surface, ...describeError(error) }, 'could not answer');
    await apologise().catch((second: unknown) => {
      log.error({ surface, ...describeError(second) }, 'could not apologise');
    });
  }
}

/**
 * Logs what kind of answer was given and which entry, never what was asked nor by whom: by it editors see what is asked for
 * most (`kontroll --granskning --logg`). The memory is told the same, and what was lacking. Never throws: the answer has been
 * given.
 */
export function logAnswer({ log, knowledge, today, memory }: Desk, surface: string, given: Answer): void {
  try {
    const entry = entryGiven(given);
    log.info({ surface, outcome: given.outcome, ...(entry === undefined ? {} : { entry: entry.id }) }, 'answered');
    const note = noteOf(given, knowledge(), today());
    if (note !== undefined) memory.note(note);
  } catch (error) {
    log.error({ surface, ...describeError(error) }, 'could not remember an answer');
  }
}

/** Remembers that an answer did not do: which one, or near what there was none, and nothing of the one who says so. */
export function noteGap(
  { memory, today }: Desk,
  why: Gap['why'],
  target: Target | undefined,
  given: Answer | undefined,
  more: Pick<Gap, 'reason' | 'line'> = {},
): void {
  const entry = given === undefined ? undefined : entryGiven(given)?.id;
  const area = target?.kind === 'none' ? target.area : areaOf(entry);
  memory.note({
    kind: 'gap',
    day: today(),
    why,
    words: [],
    ...(area === '' ? {} : { area }),
    ...(entry === undefined ? {} : { entry }),
    ...more,
  });
}
