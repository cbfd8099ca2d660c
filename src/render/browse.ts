// A subject's questions, a page at a time, each with its answer behind a button.
import type { KnownBlock, ModalView } from '@slack/types';
import type { Area } from '../answer/overview.ts';
import type { Entry } from '../knowledge/schema.ts';
import { ACTIONS, actions, button, shorten, writeTarget } from './buttons.ts';
import { SLACK_LIMITS } from './limits.ts';
import { header, plain } from './parts.ts';
import { context, modal } from './slack.ts';
import { sayStart } from './start-words.ts';

/** The `action_id`s of the select with the subjects and of the buttons that turn the page. */
export const BROWSE = { area: 'browse_area', page: 'browse_page' } as const;

/** The page that begins with question number `from`, counted from 0. */
export function areaModal({ id, name, entries }: Area, from = 0): ModalView {
  const page = entries.slice(from, from + PAGE);
  const next = from + PAGE;
  const turns = [
    ...(from === 0 ? [] : [turn(0, sayStart.fewer, id, Math.max(0, from - PAGE))]),
    ...(next >= entries.length ? [] : [turn(1, sayStart.more, id, next)]),
  ];
  return modal(shorten(name, SLACK_LIMITS.modalTitle), [
    header(name),
    ...context([sayStart.answersIn(from + 1, from + page.length, entries.length)]),
    ...page.map(questionRow),
    ...actions(turns),
  ]);
}

/** Which page a button turns to. */
export function readPage(value: string | undefined): { readonly area: string; readonly from: number } | undefined {
  const [, area, from] = /^([a-z0-9-]+)\/(\d{1,5})$/u.exec(value ?? '') ?? [];
  return area === undefined ? undefined : { area, from: Number(from) };
}

/** A question, with its answer behind a button. A button shows some thirty characters of its text, so the question stands beside. */
export function questionRow({ id, question }: Entry, i: number): KnownBlock {
  return {
    type: 'section',
    text: plain(question),
    accessory: {
      ...button(`${ACTIONS.readMore}:${i}`, sayStart.read, writeTarget({ kind: 'entry', id })),
      accessibility_label: shorten(question, SLACK_LIMITS.buttonText),
    },
  };
}

/** A modal holds 100 blocks, and a person reads fewer. */
const PAGE = 40;

function turn(i: number, label: string, area: string, from: number) {
  return button(`${BROWSE.page}:${i}`, label, `${area}/${from}`);
}
