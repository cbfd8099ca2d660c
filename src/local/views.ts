// Modals as Slack keeps them: one stack of at most three for each person, a hash against stale updates, and triggers
// that open a modal once and within three seconds.
import { randomBytes } from 'node:crypto';
import type { KnownBlock, ModalView, Option } from '@slack/types';
import { type Field, valuesFor, withChoice } from './state.ts';
import type { Values } from '../render/fields-html.ts';

export interface View {
  readonly id: string;
  readonly hash: string;
  readonly user: string;
  readonly modal: ModalView;
  readonly rootId: string;
  readonly previousId?: string;
  /** What is chosen in its fields. */
  readonly values: Values;
  /** What is wrong with a field, by block_id: by the app's answer to a submission, or because it was left empty. */
  readonly errors?: Readonly<Record<string, string>>;
}

export interface Views {
  readonly top: (user: string) => View | undefined;
  readonly find: (by: { view_id?: string | undefined; external_id?: string | undefined }) => View | undefined;
  /** Replaces whatever the person had open. */
  readonly open: (user: string, modal: ModalView) => View;
  readonly push: (user: string, modal: ModalView) => View | 'push_limit_reached';
  /** What is chosen stays, in the fields that stay. */
  readonly update: (view: View, modal: ModalView) => View;
  readonly choose: (view: View, field: Field, option: Option) => View;
  readonly setErrors: (view: View, errors: Readonly<Record<string, string>>) => void;
  /** Takes the view away, or all that the person has open. */
  readonly close: (view: View, all?: boolean) => void;
}

const DEPTH = 3;

export function createViews(changed: () => void): Views {
  const stacks = new Map<string, readonly View[]>();
  const stack = (user: string) => stacks.get(user) ?? [];
  const put = (user: string, views: readonly View[]) => {
    stacks.set(user, views);
    changed();
  };
  const replace = (view: View) => {
    put(
      view.user,
      stack(view.user).map((each) => (each.id === view.id ? view : each)),
    );
    return view;
  };
  return {
    top: (user) => stack(user).at(-1),
    find: (by) =>
      [...stacks.values()]
        .flat()
        .find((view) =>
          by.view_id === undefined ? view.modal.external_id === by.external_id : view.id === by.view_id,
        ),
    open(user, modal) {
      const id = newId('V');
      const view = { id, hash: newId(''), user, modal, rootId: id, values: valuesFor(blocksOf(modal)) };
      put(user, [view]);
      return view;
    },
    push(user, modal) {
      const below = stack(user);
      const top = below.at(-1);
      if (below.length >= DEPTH) return 'push_limit_reached';
      const id = newId('V');
      const view = {
        id,
        hash: newId(''),
        user,
        modal,
        values: valuesFor(blocksOf(modal)),
        rootId: top?.rootId ?? id,
        ...(top === undefined ? {} : { previousId: top.id }),
      };
      put(user, [...below, view]);
      return view;
    },
    update(view, modal) {
      const { id, user, rootId, previousId } = view;
      return replace({
        id,
        user,
        rootId,
        modal,
        hash: newId(''),
        values: valuesFor(blocksOf(modal), view.values),
        ...(previousId === undefined ? {} : { previousId }),
      });
    },
    choose(view, field, option) {
      const errors = Object.entries(view.errors ?? {}).filter(([block_id]) => block_id !== field.block_id);
      return replace({
        ...view,
        values: withChoice(view.values, field, option),
        errors: Object.fromEntries(errors),
      });
    },
    setErrors(view, errors) {
      replace({ ...view, errors });
    },
    close({ id, user }, all = false) {
      put(user, all ? [] : stack(user).filter((view) => view.id !== id));
    },
  };
}

/** The modal's blocks, which were read by `readModal` and are all known. */
export function blocksOf(modal: ModalView): readonly KnownBlock[] {
  return modal.blocks as readonly KnownBlock[];
}

/** The view as Slack writes it in answers and payloads. */
export function viewPayload(view: View, ids: { team: string; app: string; bot: string }): object {
  const { modal } = view;
  return {
    id: view.id,
    team_id: ids.team,
    type: 'modal',
    title: modal.title,
    close: modal.close ?? null,
    submit: modal.submit ?? null,
    blocks: modal.blocks,
    private_metadata: modal.private_metadata ?? '',
    callback_id: modal.callback_id ?? '',
    external_id: modal.external_id ?? '',
    state: { values: view.values },
    hash: view.hash,
    clear_on_close: modal.clear_on_close ?? false,
    notify_on_close: modal.notify_on_close ?? false,
    root_view_id: view.rootId,
    previous_view_id: view.previousId ?? null,
    app_id: ids.app,
    app_installed_team_id: ids.team,
    bot_id: ids.bot,
  };
}

export interface Triggers {
  readonly issue: (user: string) => string;
  /** The person whose act it was; a trigger that is used up or too old is an error code. */
  readonly take: (id: string) => { readonly user: string } | { readonly error: string };
}

const TRIGGER_MS = 3_000;

export function createTriggers(now: () => number): Triggers {
  const issued = new Map<string, { readonly user: string; readonly at: number; used: boolean }>();
  return {
    issue(user) {
      const id = newId('');
      issued.set(id, { user, at: now(), used: false });
      return id;
    },
    take(id) {
      const trigger = issued.get(id);
      if (trigger === undefined) return { error: 'invalid_trigger_id' };
      if (trigger.used) return { error: 'exchanged_trigger_id' };
      if (now() - trigger.at > TRIGGER_MS) return { error: 'expired_trigger_id' };
      trigger.used = true;
      return { user: trigger.user };
    },
  };
}

function newId(prefix: string): string {
  return prefix + randomBytes(6).toString('hex').toUpperCase();
}
