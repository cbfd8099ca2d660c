// What the app answers to a submitted view, and what becomes of the view then.
import { isRefusal, readModal } from './received.ts';
import { type Fields, isFields } from './shapes.ts';
import { blocksOf, type View, type Views } from './views.ts';
import type { Workspace } from './workspace.ts';

export interface SubmissionContext {
  readonly workspace: Workspace;
  readonly views: Views;
}

/**
 * Does what the acknowledgement asks for: nothing closes the view, `response_action` updates it, pushes another onto it,
 * clears all of them or says what is wrong with its fields. An answer that Slack would not take is told aloud, and the
 * view stays as it was.
 */
export function takeAnswer({ workspace, views }: SubmissionContext, viewId: string, body: Fields): void {
  // As it is now: the app may have updated it before it acknowledged, and the person may have closed it.
  const view = views.find({ view_id: viewId });
  if (view === undefined) return;
  const fault = answer(views, view, body);
  if (fault !== undefined) workspace.fail(`Slack skulle avvisa appens svar på formuläret: ${fault}`);
}

/** What is wrong with the answer, if anything. */
function answer(views: Views, view: View, body: Fields): string | undefined {
  if (Object.keys(body).length === 0) {
    views.close(view);
    return undefined;
  }
  switch (body.response_action) {
    case 'clear':
      views.close(view, true);
      return undefined;
    case 'errors':
      return setErrors(views, view, body.errors);
    case 'update':
    case 'push': {
      const modal = readModal(body.view);
      if (isRefusal(modal)) return `${modal.error} (${modal.detail})`;
      const shown = body.response_action === 'update' ? views.update(view, modal) : views.push(view.user, modal);
      return typeof shown === 'string' ? shown : undefined;
    }
    default:
      return `response_action är ${JSON.stringify(body.response_action)}`;
  }
}

function setErrors(views: Views, view: View, errors: unknown): string | undefined {
  if (!isFields(errors) || Object.keys(errors).length === 0) return 'errors är tomt';
  const inputs = blocksOf(view.modal).flatMap((block) => (block.type === 'input' ? [block.block_id] : []));
  const texts: Record<string, string> = {};
  for (const [block_id, text] of Object.entries(errors)) {
    if (!inputs.includes(block_id)) return `errors nämner ${block_id}, som inte är block_id för ett input-block`;
    if (typeof text !== 'string' || text === '') return `errors säger inget om ${block_id}`;
    texts[block_id] = text;
  }
  views.setErrors(view, texts);
  return undefined;
}
