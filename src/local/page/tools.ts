// What can be done with a message: answer it in a thread, and the app's message shortcuts, in a menu of its own.
import { openMenu, type Choice } from './menu.ts';
import { send } from './send.ts';
import type { Item, Piece, Shortcut } from './snapshot.ts';
import { placeOf } from './spot.ts';

/** The messages with their tools; in a thread, where one answers already, with the app's shortcuts alone. */
export function withTools(items: readonly Item[], shortcuts: readonly Shortcut[], threads: boolean): readonly Piece[] {
  const any = threads || ofMessages(shortcuts).length > 0;
  // What only the viewer sees can be neither answered nor acted on.
  return items.map(({ key, html, shortcuts: offered }) => ({
    key,
    html: html + (any && offered ? toolsHtml(key, threads) : ''),
  }));
}

/** Opens the menu of the message that `button` stands on; `answer` opens its thread. */
export function openTools(
  button: HTMLElement,
  shortcuts: readonly Shortcut[],
  answer: ((ts: string) => void) | undefined,
): void {
  const place = placeOf(button);
  if (place === undefined || !('ts' in place)) return;
  const { channel, ts } = place;
  const choices: Choice[] = ofMessages(shortcuts).map(({ name, description, callback_id }) => ({
    name,
    description,
    chosen: () => void send('messageShortcut', { callback_id, channel, ts }),
  }));
  if (answer !== undefined)
    choices.push({
      name: 'Svara i tråd',
      chosen: () => {
        answer(ts);
      },
    });
  openMenu(button, 'Åtgärder för meddelandet', choices);
}

function ofMessages(shortcuts: readonly Shortcut[]): readonly Shortcut[] {
  return shortcuts.filter(({ type }) => type === 'message');
}

/** `ts` is digits and a dot. */
function toolsHtml(ts: string, threads: boolean): string {
  const answer = `<button type="button" class="icon-button" data-answer="${ts}" aria-label="Svara i tråd" title="Svara i tråd">
    <svg viewBox="0 0 20 20" aria-hidden="true"><path d="M3.5 4.5h13v9h-7l-3.5 3v-3h-2.5z"/></svg></button>`;
  return `<div class="message-tools">${threads ? answer : ''}<button type="button" class="icon-button" data-menu="${ts}"
    aria-haspopup="menu" aria-expanded="false" aria-label="Fler åtgärder" title="Fler åtgärder">
    <svg viewBox="0 0 20 20" aria-hidden="true"><path stroke-width="2.75" d="M4.5 10h.01M10 10h.01M15.5 10h.01"/></svg></button></div>`;
}
