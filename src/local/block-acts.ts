// What a person does with what stands in blocks: presses, chooses, writes and searches, on whatever surface the blocks stand.
import type { ContextActionsBlock, KnownBlock, Option } from '@slack/types';
import { choiceAction, pressAction, type Pressed } from './block-payloads.ts';
import type { Reply } from './delivery.ts';
import type { On } from './page/snapshot.ts';
import { isRefusal, readSuggestions, type Suggestions } from './received.ts';
import { type Field, fieldsOf, isChoice, isText, optionsOf, withChoice, withText } from './state.ts';
import { type Surface, surfaceAt, type SurfaceContext } from './surfaces.ts';

export interface Press {
  readonly user: string;
  readonly on: On;
  readonly action_id: string;
  readonly block_id?: string;
  /** Tells two buttons with the same action_id apart; of feedback buttons, which one. */
  readonly value?: string;
  /** The person has said yes to what the button asks first. */
  readonly confirmed?: boolean;
}

/** A field, and what a person puts in it: the value of an option, or a text. */
export interface Put {
  readonly user: string;
  readonly on: On;
  readonly block_id: string;
  readonly action_id: string;
  readonly value: string;
}

export interface Search extends Omit<Put, 'value'> {
  readonly query: string;
}

/** Each resolves when the app has acknowledged or failed to; rejects, in words for the person, when there is no such thing. */
export interface BlockActs {
  /** Rejects where Slack would ask first and the person has not confirmed. */
  readonly press: (input: Press) => Promise<Reply>;
  /** In a select or among radio buttons; undefined when nothing is delivered: no change, or no dispatch_action. */
  readonly choose: (input: Put) => Promise<Reply | undefined>;
  /** In a text input, in place of what stood there. Nothing is delivered until the view is submitted. */
  readonly type: (input: Put) => Promise<void>;
  /**
   * What an external select offers for a query, of which one may then be chosen; undefined when the app is not asked (the
   * query is shorter than min_query_length, which is 3 unless told) or did not answer as Slack wants it.
   */
  readonly suggest: (input: Search) => Promise<Suggestions | undefined>;
}

export function createBlockActs(context: SurfaceContext): BlockActs {
  const { workspace } = context;
  /** What each external select offered last, to whom. */
  const offers = new Map<string, readonly Option[]>();

  return {
    async press({ user, on, confirmed = false, ...by }) {
      workspace.meet(user);
      const surface = surfaceAt(context, user, on);
      const found = surface.blocks.flatMap(buttonsIn).find((each) => matches(each, by));
      if (found === undefined) throw new Error(`Ingen knapp ${by.action_id} ${surface.where}`);
      const { block_id, pressed } = found;
      const { confirm, value } = pressed;
      if (confirm !== undefined && !confirmed) throw new Error(`Slack frågar först: «${confirm.text.text}»`);
      const held =
        pressed.type === 'feedback_buttons' && value !== undefined
          ? surface.hold({ ...surface.form, pressed: { ...surface.form.pressed, [block_id]: value } }, block_id)
          : surface;
      return await held.tell(pressAction(block_id, pressed));
    },

    async choose({ user, on, value, ...at }) {
      const surface = surfaceAt(context, user, on);
      const field = fieldAt(surface, at);
      const offered =
        field === undefined || !isChoice(field)
          ? []
          : (offers.get(keyOf(user, surface, at)) ?? optionsOf(field.element));
      const chosen = surface.form.values[at.block_id]?.[at.action_id]?.selected_option ?? undefined;
      const option = [chosen, ...offered].find((each) => each?.value === value);
      if (field === undefined || !isChoice(field) || option === undefined)
        throw new Error(`Inget val ${value} för ${at.action_id} ${surface.where}`);
      if (option === chosen) return undefined;
      const values = withChoice(surface.form.values, field, option);
      const held = surface.hold({ ...surface.form, values }, field.block_id);
      if (!field.dispatches) return undefined;
      return await held.tell(choiceAction(field, values[field.block_id]?.[field.action_id]?.selected_option ?? option));
    },

    type({ user, on, value, ...at }) {
      const surface = surfaceAt(context, user, on);
      const field = fieldAt(surface, at);
      if (field === undefined || !isText(field)) throw new Error(`Inget textfält ${at.action_id} ${surface.where}`);
      surface.hold({ ...surface.form, values: withText(surface.form.values, field, value) }, field.block_id);
      return Promise.resolve();
    },

    async suggest({ user, on, query, ...at }) {
      const surface = surfaceAt(context, user, on);
      const field = fieldAt(surface, at);
      if (field?.element.type !== 'external_select') throw new Error(`Ingen sökning ${at.action_id} ${surface.where}`);
      if (query.length < (field.element.min_query_length ?? 3)) return undefined;
      const reply = await surface.ask(field, query);
      if (!reply.ok) return undefined;
      const read = readSuggestions(reply.body ?? {});
      if (isRefusal(read)) {
        workspace.fail(`Slack skulle avvisa appens förslag till ${at.action_id}: ${read.detail}`);
        return undefined;
      }
      offers.set(
        keyOf(user, surface, at),
        read.options ?? (read.option_groups ?? []).flatMap(({ options }) => options),
      );
      return read;
    },
  };
}

interface Ids {
  readonly block_id: string;
  readonly action_id: string;
}

function fieldAt(surface: Surface, { block_id, action_id }: Ids): Field | undefined {
  return fieldsOf(surface.blocks).find((each) => each.block_id === block_id && each.action_id === action_id);
}

function keyOf(user: string, { id }: Surface, { block_id, action_id }: Ids): string {
  return JSON.stringify([user, id, block_id, action_id]);
}

interface Found {
  readonly block_id: string;
  readonly pressed: Pressed;
}

function matches({ block_id, pressed }: Found, by: Pick<Press, 'action_id' | 'block_id' | 'value'>): boolean {
  return (
    pressed.action_id === by.action_id &&
    (by.block_id === undefined || block_id === by.block_id) &&
    // Feedback buttons share one action_id, so there the value must be told.
    (by.value === undefined ? pressed.type === 'button' : pressed.value === by.value)
  );
}

function buttonsIn(block: KnownBlock): readonly Found[] {
  const { block_id = '' } = block;
  switch (block.type) {
    case 'actions':
      return block.elements.flatMap((element) => buttonIn(block_id, element));
    case 'section':
      return block.accessory === undefined ? [] : buttonIn(block_id, block.accessory);
    case 'context_actions':
      return block.elements.flatMap((element) => feedbackIn(block_id, element));
    default:
      return [];
  }
}

function buttonIn(block_id: string, element: { readonly type: string }): readonly Found[] {
  return isButton(element) ? [{ block_id, pressed: element }] : [];
}

function isButton(element: { readonly type: string }): element is Pressed {
  return element.type === 'button';
}

function feedbackIn(block_id: string, element: ContextActionsBlock['elements'][number]): readonly Found[] {
  if (element.type !== 'feedback_buttons') return [];
  const { type, action_id, positive_button, negative_button } = element;
  return [positive_button, negative_button].map(({ text, value }) => ({
    block_id,
    pressed: { type, text, value, ...(action_id === undefined ? {} : { action_id }) },
  }));
}
