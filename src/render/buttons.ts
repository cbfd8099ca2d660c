// The buttons under an answer, and the one way to write and to read what a button stands for: it travels in the button's value,
// so that nothing has to be kept, and is read back strictly, as a value may be old or made by someone else.
import type { Button, ConfirmationDialog, KnownBlock } from '@slack/types';
import type { OrdinaryAnswer } from '../answer.ts';
import { writeStated } from '../answer/situation.ts';
import { areaOf } from '../knowledge/knowledge.ts';
import { sectionKey } from '../law/citation.ts';
import { nearestTo } from '../memory/gap.ts';
import type { Language } from '../question/language.ts';
import type { Choice } from './choice.ts';
import { peopleWordsIn } from './language.ts';
import { SLACK_LIMITS } from './limits.ts';

/** The `action_id` of every button; one followed by `:n` where several stand side by side. */
export const ACTIONS = {
  showProvisions: 'show_provisions',
  showWhole: 'show_whole',
  choose: 'choose',
  readMore: 'read_more',
  openForm: 'open_form',
  easySwedish: 'easy_swedish',
  feedback: 'feedback',
  share: 'share',
  askHuman: 'ask_human',
} as const;

/** What a button asks for. It travels in the button's value and is read back by {@link readTarget}. */
export type Target = Pointer & {
  /** In English; absent: in Swedish. */
  readonly language?: 'en';
};

type Pointer =
  | { readonly kind: 'entry'; readonly id: string }
  | { readonly kind: 'provision'; readonly places: readonly string[] }
  /** As `writeStated` writes it. */
  | { readonly kind: 'situation'; readonly written: string }
  /** No answer was given; the area of the entry that was nearest, empty where nothing was near. */
  | { readonly kind: 'none'; readonly area: string };

export function writeTarget(target: Target): string {
  return `${target.language === 'en' ? ENGLISH : ''}${writePointer(target)}`;
}

/** The language that what a button leads to is given in. */
export function languageIn(target: Target | undefined): Language {
  return target?.language ?? 'sv';
}

const ENGLISH = 'en:';

function writePointer(target: Pointer): string {
  switch (target.kind) {
    case 'entry':
      return `entry/${target.id}`;
    case 'provision':
      return `provision/${target.places.join(', ')}`;
    case 'situation':
      return `situation/${target.written}`;
    case 'none':
      return `none/${target.area}`;
  }
}

/** `undefined` for a value that we did not write. */
export function readTarget(value = ''): Target | undefined {
  if (!value.startsWith(ENGLISH)) return readPointer(value);
  const pointer = readPointer(value.slice(ENGLISH.length));
  return pointer && { ...pointer, language: 'en' };
}

function readPointer(value: string): Pointer | undefined {
  const [, area] = /^none\/([\p{Ll}\d-]*)$/u.exec(value) ?? [];
  if (area !== undefined) return { kind: 'none', area };
  const [, kind, rest] = /^(entry|provision|situation)\/(.+)$/su.exec(value) ?? [];
  if (rest === undefined) return undefined;
  switch (kind) {
    case 'entry':
      return { kind, id: rest };
    case 'situation':
      return { kind, written: rest };
    default:
      return { kind: 'provision', places: rest.split(', ') };
  }
}

/** What shows the answer again, or says that there was none. */
export function targetOf(answer: OrdinaryAnswer): Target {
  return inLanguage(pointerTo(answer), answer.language);
}

function inLanguage(pointer: Pointer, language: Language): Target {
  return language === 'en' ? { ...pointer, language } : pointer;
}

function pointerTo(answer: OrdinaryAnswer): Pointer {
  switch (answer.outcome) {
    case 'answer':
      return { kind: 'entry', id: answer.entry.id };
    case 'verdict':
      return { kind: 'situation', written: writeStated(answer.stated) };
    case 'lagrum':
      return { kind: 'provision', places: answer.provisions.map(({ citation }) => sectionKey(citation)) };
    case 'clarify':
    case 'decline':
      return { kind: 'none', area: areaOf(nearestTo(answer)) };
  }
}

export function choiceButton({ kind, id, label }: Choice, action: string, i: number, language: Language): Button {
  return targetButton(`${action}:${i}`, label, inLanguage(choicePointer(kind, id), language));
}

export function targetButton(actionId: string, label: string, target: Target): Button {
  return button(actionId, label, writeTarget(target));
}

export function button(actionId: string, label: string, value: string): Button {
  const text = { type: 'plain_text', text: shorten(label, SLACK_LIMITS.buttonText) } as const;
  return { type: 'button', action_id: actionId, text, value };
}

export function actions(elements: readonly Button[]): KnownBlock[] {
  return elements.length === 0 ? [] : [{ type: 'actions', elements: [...elements] }];
}

/** Thumbs up and down, under an answer that answers. */
export function feedbackRow(target: Target): KnownBlock[] {
  if (target.kind === 'none') return [];
  const thumb = (label: string) => ({ text: { type: 'plain_text', text: label } as const, accessibility_label: label });
  const written = writeTarget(target);
  const { feedback: say } = peopleWordsIn(languageIn(target));
  return [
    {
      type: 'context_actions',
      elements: [
        {
          type: 'feedback_buttons',
          action_id: ACTIONS.feedback,
          positive_button: { ...thumb(say.good), value: `${THUMBS.up} ${written}` },
          negative_button: { ...thumb(say.bad), value: `${THUMBS.down} ${written}` },
        },
      ],
    },
  ];
}

/** Which thumb was pressed, and under what. */
export function readThumb(value: string): { readonly thumb: keyof typeof THUMBS; readonly target: Target } | undefined {
  const [, thumb, written] = /^(up|down) (.+)$/su.exec(value) ?? [];
  const target = readTarget(written);
  if (target === undefined) return undefined;
  return { thumb: thumb === THUMBS.up ? 'up' : 'down', target };
}

const THUMBS = { up: 'up', down: 'down' } as const;

/** It asks first, with Slack's own dialog: what all will see cannot be taken back by the one who showed it. */
export function shareButton(target: Target): Button[] {
  if (target.kind === 'none') return [];
  const { share: say } = peopleWordsIn(languageIn(target));
  const text = (words: string) => ({ type: 'plain_text', text: words }) as const;
  const confirm: ConfirmationDialog = {
    title: text(say.share),
    text: text(target.kind === 'situation' ? say.confirmFacts : say.confirm),
    confirm: text(say.yes),
    deny: text(say.no),
  };
  return [{ ...targetButton(ACTIONS.share, say.share, target), confirm }];
}

/** A label cut at a word, and seen to be cut. */
export function shorten(label: string, most: number): string {
  if (label.length <= most) return label;
  const cut = label.slice(0, most - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).trimEnd()}…`;
}

function choicePointer(kind: Choice['kind'], id: string): Pointer {
  switch (kind) {
    case 'entry':
      return { kind, id };
    case 'provision':
      return { kind, places: [id] };
    case 'situation':
      return { kind, written: id };
  }
}
