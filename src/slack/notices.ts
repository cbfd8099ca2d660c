// What the admins' channel is told at once: that the knowledge has problems, and that it is whole again.
import type { Problem } from '../knowledge/problem.ts';
import { problemsMessage, wholeMessage } from '../render/digest.ts';
import type { SlackMessage } from '../render/slack.ts';
import type { Desk } from './desk.ts';
import { describeError } from './log.ts';

/**
 * To be called after every reload. The same problem is told once, until the knowledge has been whole; one who mends five
 * problems in five saves is not told of four, three, two and one. Never rejects.
 */
export function noticesOf(desk: Desk, post: (message: SlackMessage) => Promise<void>): () => Promise<void> {
  const told = new Set<string>();
  const tell = async () => {
    const problems = desk.problems();
    if (problems.length === 0) {
      if (told.size === 0) return;
      await post(wholeMessage(desk.knowledge().entries.length));
      told.clear();
      return;
    }
    const names = problems.map(nameOf);
    if (names.every((name) => told.has(name))) return;
    await post(problemsMessage(problems));
    for (const name of names) told.add(name);
  };
  // One after the other: "whole again" must not come before what it answers.
  let last = Promise.resolve();
  return () => {
    last = last.then(tell).catch((error: unknown) => {
      desk.log.error({ surface: 'notice', ...describeError(error) }, 'could not tell the admins of a reload');
    });
    return last;
  };
}

/** Without its line, which moves as others are mended. */
function nameOf({ file, code, message }: Problem): string {
  return JSON.stringify([file, code, message]);
}
