// views.*: modals that answer an act, and the Home tab.
import { type ApiContext, loud, type Methods, quiet, text } from './method.ts';
import { isRefusal, readHome, readModal } from './received.ts';
import type { Home, View } from './views.ts';
import { viewPayload } from './written.ts';

export const VIEWS: Methods = {
  'views.open': (context, args) => {
    const modal = readModal(args.view);
    if (isRefusal(modal)) return modal;
    const trigger = context.triggers.take(text(args, 'trigger_id') ?? '');
    return 'error' in trigger ? quiet(trigger.error) : viewAnswer(context, context.views.open(trigger.user, modal));
  },

  'views.push': (context, args) => {
    const modal = readModal(args.view);
    if (isRefusal(modal)) return modal;
    const trigger = context.triggers.take(text(args, 'trigger_id') ?? '');
    if ('error' in trigger) return quiet(trigger.error);
    const view = context.views.push(trigger.user, modal);
    return typeof view === 'string' ? quiet(view) : viewAnswer(context, view);
  },

  'views.update': (context, args) => {
    const view = context.views.find({ view_id: text(args, 'view_id'), external_id: text(args, 'external_id') });
    if (view === undefined) return quiet('not_found');
    const hash = text(args, 'hash');
    if (hash !== undefined && hash !== view.hash) return quiet('hash_conflict');
    const modal = readModal(args.view);
    return isRefusal(modal) ? modal : viewAnswer(context, context.views.update(view, modal));
  },

  'views.publish': (context, args) => {
    const user = text(args, 'user_id') ?? '';
    if (!context.workspace.isPerson(user)) return loud('user_not_found', 'user_id must be a person');
    const before = context.views.home(user);
    const hash = text(args, 'hash');
    if (hash !== undefined && hash !== before?.hash) return quiet('hash_conflict');
    const home = readHome(args.view);
    return isRefusal(home) ? home : viewAnswer(context, context.views.publish(user, home));
  },
};

function viewAnswer({ workspace }: ApiContext, view: View | Home): object {
  return { view: viewPayload(workspace, view) };
}
