// The person's open modal as a dialog: focus goes in when it opens and back to where it was when it closes.
import { element, part } from './dom.ts';
import { typed } from './fields.ts';
import { drawList, refocus } from './list.ts';
import { send } from './send.ts';
import type { Modal } from './snapshot.ts';

export interface ModalBox {
  readonly draw: (modal: Modal | undefined) => void;
}

export function createModal(): ModalBox {
  const dialog = element('modal') as HTMLDialogElement;
  const title = element('modal-title');
  const body = element('modal-body');
  const notices = element('notices');
  const close = part(dialog, '#modal-close', HTMLButtonElement);
  const submit = part(dialog, '#modal-submit', HTMLButtonElement);
  let shown: Modal | undefined;
  let opener: Element | null = null;
  /** Submitted, and not yet known whether something is wrong with a field. */
  let submitted = false;

  const ask = () => {
    void send('close', {});
  };
  element('modal-x').addEventListener('click', ask);
  close.addEventListener('click', ask);
  // Escape: the server decides, since closing a view may show the one beneath.
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    ask();
  });
  // Enter sends the form from a line of text, as in Slack; in a longer text it makes a new line.
  body.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing || submit.hidden) return;
    if (event.target instanceof HTMLInputElement && event.target.classList.contains('text-input')) submit.click();
  });
  submit.addEventListener('click', () => {
    // Not disabled: that would take focus from it.
    if (submit.ariaBusy === 'true') return;
    submit.ariaBusy = 'true';
    submitted = true;
    void typed()
      .then(() => send('submit', {}))
      .then(() => {
        submit.ariaBusy = null;
      });
  });

  for (const change of ['chosen', 'change', 'input'])
    body.addEventListener(change, () => {
      submitted = false;
    });

  return {
    draw(modal) {
      if (modal === undefined) {
        document.body.append(notices);
        if (dialog.open) dialog.close();
        if (shown !== undefined && opener instanceof HTMLElement && opener.isConnected) opener.focus();
        shown = undefined;
        return;
      }
      const isNew = modal.id !== shown?.id;
      const focused = body.contains(document.activeElement) ? document.activeElement : null;
      title.textContent = modal.title;
      dialog.dataset.view = modal.id;
      drawList(body, modal.blocks, modal.id);
      if (isNew) body.scrollTop = 0;
      close.textContent = modal.close;
      submit.hidden = modal.submit === undefined;
      submit.textContent = modal.submit ?? '';
      shown = modal;
      if (!dialog.open) {
        opener = document.activeElement;
        dialog.showModal();
        // What is outside an open dialog is neither seen nor read.
        dialog.append(notices);
      }
      if (isNew) {
        submitted = false;
        title.focus();
        return;
      }
      // The block that had focus is gone; the app may have put the same field there under a new id.
      if (focused !== null && !body.contains(document.activeElement) && !refocus(body, focused)) title.focus();
      if (submitted) submitted = !focusFault(body);
    },
  };
}

/** Moves focus to the first field that something is wrong with; whether there is one. */
function focusFault(body: HTMLElement): boolean {
  const field = body.querySelector<HTMLElement>('[aria-invalid=true]');
  if (field === null) return false;
  const target = field.matches('fieldset') ? field.querySelector<HTMLElement>('input:checked, input') : field;
  target?.focus();
  return true;
}
