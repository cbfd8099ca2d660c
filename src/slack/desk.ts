// Where the listeners stand: what each of them needs, and the promise that nobody is met with silence.
import type { Logger } from 'pino';
import { ordinaryOf, type Answer } from '../answer.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Memory } from '../memory.ts';
import { describeError } from './log.ts';
import type { Seen } from './seen.ts';

/** What the listeners need. */
export interface Desk {
  readonly knowledge: () => Knowledge;
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
 * most (`kontroll --granskning --logg`).
 */
export function logAnswer(log: Logger, surface: string, given: Answer): void {
  const ordinary = ordinaryOf(given);
  const entry =
    ordinary.outcome === 'answer' ? ordinary.entry : ordinary.outcome === 'verdict' ? ordinary.explained : undefined;
  log.info({ surface, outcome: given.outcome, ...(entry === undefined ? {} : { entry: entry.id }) }, 'answered');
}
