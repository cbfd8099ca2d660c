// Views as Slack keeps them: for each person one stack of at most three modals and one Home tab, and for each view a hash
// against stale updates.
import { randomBytes } from 'node:crypto';
import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import type { Values } from '../render/fields-html.ts';
import { valuesFor } from './state.ts';

export interface View {
  readonly id: string;
  readonly hash: string;
  readonly user: string;
  readonly modal: ModalView;
  readonly rootId: string;
  readonly previousId?: string;
  /** What is chosen and written in its fields. */
  readonly values: Values;
  /** What is wrong with a field, by block_id: by the app's answer to a submission, or because it was left empty. */
  readonly errors?: Readonly<Record<string, string>>;
}

/** What the app has published to a person's Home tab. */
export interface Home {
  readonly id: string;
  readonly hash: string;
  readonly user: string;
  readonly home: HomeView;
  readonly values: Values;
}

export interface Views {
  readonly top: (user: string) => View | undefined;
  readonly find: (by: { view_id?: string | undefined; external_id?: string | undefined }) => View | undefined;
  /** Replaces whatever the person had open. */
  readonly open: (user: string, modal: ModalView) => View;
  readonly push: (user: string, modal: ModalView) => View | 'push_limit_reached';
  /** What is chosen stays, in the fields that stay. */
  readonly update: (view: View, modal: ModalView) => View;
  /** Keeps what the fields hold now; the field in `block_id` was seen to, and nothing is wrong with it any more. */
  readonly hold: (view: View, values: Values, block_id: string) => View;
  readonly setErrors: (view: View, errors: Readonly<Record<string, string>>) => void;
  /** Takes the view away, or all that the person has open. */
  readonly close: (view: View, all?: boolean) => void;
  readonly home: (user: string) => Home | undefined;
  /** In place of what the person's Home tab showed, under the same id. */
  readonly publish: (user: string, home: HomeView) => Home;
  readonly holdHome: (home: Home, values: Values) => Home;
}

const DEPTH = 3;

export function createViews(changed: () => void): Views {
  const stacks = new Map<string, readonly View[]>();
  const stack = (user: string) => stacks.get(user) ?? [];
  const put = (user: string, views: readonly View[]) => {
    stacks.set(user, views);
    changed();
  };
  const homes = new Map<string, Home>();
  const putHome = (home: Home) => {
    homes.set(home.user, home);
    changed();
    return home;
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
    hold(view, values, block_id) {
      const errors = Object.entries(view.errors ?? {}).filter(([id]) => id !== block_id);
      return replace({ ...view, values, errors: Object.fromEntries(errors) });
    },
    setErrors(view, errors) {
      replace({ ...view, errors });
    },
    close({ id, user }, all = false) {
      put(user, all ? [] : stack(user).filter((view) => view.id !== id));
    },
    home: (user) => homes.get(user),
    publish(user, home) {
      const before = homes.get(user);
      return putHome({
        id: before?.id ?? newId('V'),
        hash: newId(''),
        user,
        home,
        values: valuesFor(blocksOf(home), before?.values),
      });
    },
    holdHome: (home, values) => putHome({ ...home, values }),
  };
}

/** The view's blocks, which were read by `readModal` or `readHome` and are all known. */
export function blocksOf(view: ModalView | HomeView): readonly KnownBlock[] {
  return view.blocks as readonly KnownBlock[];
}

function newId(prefix: string): string {
  return prefix + randomBytes(6).toString('hex').toUpperCase();
}
