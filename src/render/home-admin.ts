// What those who look after the knowledge see at the end of their Home tab: what is wrong, what is due, and what is missing.
import type { KnownBlock } from '@slack/types';
import type { Start } from '../knowledge/start.ts';
import type { AdminState } from '../memory/admin-state.ts';
import { header } from './parts.ts';
import { context, sections } from './slack.ts';
import { sayAdmin } from './start-words.ts';

export function adminBlocks(state: AdminState, names: Start['areas']): KnownBlock[] {
  return [
    { type: 'divider' },
    header(sayAdmin.title),
    ...context([sayAdmin.onlyYou]),
    ...[problems(state), reviews(state), comingLaw(state), gaps(state, names)].flatMap((part) => sections(part)),
  ];
}

const MOST = 5;

function problems({ problems: all }: AdminState): string {
  return titled(
    sayAdmin.problems(all.length),
    all.map(({ file, line, message }) => `\`${file}:${line}\` ${message}`),
  );
}

function reviews({ due, unreviewed, entries }: AdminState): string {
  return titled(sayAdmin.due(due.length), [
    ...few(due.map(({ question, reviewBy, isPast }) => sayAdmin.dueBy(question, reviewBy, isPast))),
    sayAdmin.unreviewed(unreviewed, entries),
  ]);
}

function comingLaw({ soon }: AdminState): string {
  return titled(
    sayAdmin.soon(soon.length),
    soon.map(({ kind, day, what, name, resting }) => sayAdmin.change(kind, day, what, name, resting)),
  );
}

function gaps({ week, weekBefore, areas }: AdminState, names: Start['areas']): string {
  return titled(sayAdmin.week(week.answered, week.gaps.total, weekBefore.gaps.total), [
    ...areas.map(({ area, total }) => sayAdmin.gapsIn(area === undefined ? undefined : (names[area] ?? area), total)),
  ]);
}

function titled(title: string, lines: readonly string[]): string {
  return [`**${title}**`, ...few(lines).map((line) => `- ${line}`)].join('\n');
}

function few(lines: readonly string[]): readonly string[] {
  return lines.length <= MOST + 1 ? lines : [...lines.slice(0, MOST), sayAdmin.andMore(lines.length - MOST)];
}
