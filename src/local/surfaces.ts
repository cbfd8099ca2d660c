// Where blocks stand that a person acts on: a message, the modal on top, the Home tab. Each holds what is chosen in it, and
// tells the app of an act with a payload of its own kind.
import type { KnownBlock } from '@slack/types';
import type { Form } from '../render/fields-html.ts';
import { actionPayload, inMessage, inView, suggestionPayload } from './block-payloads.ts';
import type { Kind, Reply } from './delivery.ts';
import type { Held } from './held.ts';
import type { On } from './page/snapshot.ts';
import type { Act } from './payloads.ts';
import type { Target } from './responses.ts';
import type { Fields } from './shapes.ts';
import type { Field } from './state.ts';
import { blocksOf, type Home, type View, type Views } from './views.ts';
import type { Message, Workspace } from './workspace.ts';

export interface Surface {
  readonly id: string;
  /** For words to the person. */
  readonly where: 'i meddelandet' | 'i vyn' | 'på startsidan';
  readonly blocks: readonly KnownBlock[];
  readonly form: Form;
  /** The surface as it is when it holds this instead; the field in `block_id` was seen to. */
  readonly hold: (form: Form, block_id: string) => Surface;
  /** Tells the app what was done. */
  readonly tell: (action: Fields) => Promise<Reply>;
  /** Asks the app what a search is to offer. */
  readonly ask: (field: Field, value: string) => Promise<Reply>;
}

export interface SurfaceContext {
  readonly workspace: Workspace;
  readonly views: Views;
  readonly held: Held;
  /** The trigger and the response_url of an act. */
  readonly act: (target: Target) => Act;
  readonly triggered: (user: string) => Omit<Act, 'responseUrl'>;
  readonly send: (kind: Kind, payload: Fields) => Promise<Reply>;
}

/** Throws, in words for the person, when it is not there for them. */
export function surfaceAt(context: SurfaceContext, user: string, on: On): Surface {
  const { workspace, views } = context;
  if ('view' in on) {
    const view = openView(views, user);
    if (view.id !== on.view) throw new Error('Vyn är inte öppen längre');
    return modalSurface(context, view);
  }
  if ('home' in on) {
    const home = views.home(user);
    if (home === undefined) throw new Error('Appen har inget på sin startsida');
    return homeSurface(context, home);
  }
  const message = workspace.messages(on.channel, user).find(({ ts }) => ts === on.ts);
  if (message === undefined || workspace.conversationOf(user, on.channel) === undefined)
    throw new Error('Meddelandet finns inte längre');
  return messageSurface(context, message, user);
}

/** The top of the person's modals. */
export function openView(views: Views, user: string): View {
  const view = views.top(user);
  if (view === undefined) throw new Error(`Ingen vy är öppen för ${user}`);
  return view;
}

function messageSurface(context: SurfaceContext, message: Message, user: string): Surface {
  const { workspace, held, act, send } = context;
  const place = inMessage(workspace, message);
  const form = held.form(message, user);
  return {
    id: `${message.channel} ${message.ts}`,
    where: 'i meddelandet',
    blocks: message.blocks,
    form,
    hold(next) {
      held.hold(message, user, next);
      return messageSurface(context, message, user);
    },
    tell(action) {
      const target: Target = { channel: message.channel, user, original: message };
      return send('interactive', actionPayload(workspace, place, action, { ...act(target), values: form.values }));
    },
    ask: (field, value) => send('interactive', suggestionPayload(workspace, place, field, { user, value })),
  };
}

function modalSurface(context: SurfaceContext, view: View): Surface {
  return {
    id: view.id,
    where: 'i vyn',
    blocks: blocksOf(view.modal),
    form: view,
    hold: (form, block_id) => modalSurface(context, context.views.hold(view, form.values, block_id)),
    ...told(context, view),
  };
}

function homeSurface(context: SurfaceContext, home: Home): Surface {
  return {
    id: home.id,
    where: 'på startsidan',
    blocks: blocksOf(home.home),
    form: home,
    hold: (form) => homeSurface(context, context.views.holdHome(home, form.values)),
    ...told(context, home),
  };
}

function told({ workspace, triggered, send }: SurfaceContext, view: View | Home): Pick<Surface, 'tell' | 'ask'> {
  const { user } = view;
  const place = inView(workspace, view);
  return {
    tell: (action) => send('interactive', actionPayload(workspace, place, action, triggered(user))),
    ask: (field, value) => send('interactive', suggestionPayload(workspace, place, field, { user, value })),
  };
}
