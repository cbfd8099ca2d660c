// The messages to the admins' channel: the weekly digest, and the notice when the knowledge has problems or is whole again.
import { byPlace, type Problem } from '../knowledge/problem.ts';
import type { AdminState } from '../memory/admin-state.ts';
import { sayAdmin } from './admin-words.ts';
import { shorten } from './buttons.ts';
import { plainMessage, type SlackMessage } from './slack.ts';

export function digestMessage(state: AdminState, lasts: boolean): SlackMessage {
  return plainMessage(stateText(state, lasts));
}

/** The state of the knowledge and what was lacking in the week, Markdown. `lasts` where what is counted outlives the program. */
export function stateText(state: AdminState, lasts: boolean): string {
  const { week, weekBefore, areas, problems, due, unreviewed, entries, soon } = state;
  return [
    titled(sayAdmin.week(week.from, week.to), [
      sayAdmin.answered(week.answered, weekBefore.answered),
      [sayAdmin.gaps(week.gaps.total, weekBefore.gaps.total), sayAdmin.kinds(week.gaps)]
        .filter((part) => part !== '')
        .join(': '),
      ...few(areas.map(({ area, total }) => sayAdmin.gapsIn(area, total))),
      ...(week.gaps.total > 0 && lasts ? [sayAdmin.toldApart] : []),
      ...(lasts ? [] : [sayAdmin.startsAnew]),
    ]),
    titled(sayAdmin.problems(problems.length), few([...problems].sort(byPlace).map(place))),
    titled(sayAdmin.due(due.length), [
      ...few(due.map(({ question, reviewBy, isPast }) => sayAdmin.dueBy(question, reviewBy, isPast))),
      sayAdmin.unreviewed(unreviewed, entries),
    ]),
    titled(
      sayAdmin.soon(soon.length),
      few(soon.map(({ kind, day, what, name, resting }) => sayAdmin.change(kind, day, what, name, resting))),
    ),
  ].join('\n\n');
}

/** How many problems there are, the first of them with what to do, and that the bot goes on. */
export function problemsMessage(problems: readonly Problem[]): SlackMessage {
  const shown = [...problems]
    .sort(byPlace)
    .map((problem) => `${place(problem)} ${sayAdmin.nextStep(safe(problem.next))}`);
  const more = problems.length > MOST ? [sayAdmin.seeAll] : [];
  return plainMessage([titled(sayAdmin.problems(problems.length), few(shown)), ...more].join('\n\n'));
}

export function wholeMessage(entries: number): SlackMessage {
  return plainMessage(sayAdmin.whole(entries));
}

const MOST = 5;
/** Characters of what is quoted from a file: a problem may hold a whole line of it. */
const LONGEST = 300;

function titled(title: string, lines: readonly string[]): string {
  return [`**${title}**`, ...lines.map((line) => `- ${line}`)].join('\n');
}

function few(lines: readonly string[]): readonly string[] {
  return lines.length <= MOST ? lines : [...lines.slice(0, MOST), sayAdmin.andMore(lines.length - MOST)];
}

function place({ file, line, message }: Problem): string {
  return `\`${file.replaceAll('`', '')}:${line}\` ${safe(message)}`;
}

/** What a file says must be read as text, whatever stands in it. */
function safe(text: string): string {
  return shorten(text.replaceAll(/\s+/gu, ' '), LONGEST).replaceAll(/[\\`*_~[\]<>&#|]/gu, (mark) => `\\${mark}`);
}
