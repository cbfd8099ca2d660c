// The person's open modal as a dialog: focus goes in when it opens and back to where it was when it closes.
import { element, part, send } from './send.ts';
import type { Modal } from './snapshot.ts';

export interface ModalBox {
  readonly draw: (modal: Modal | undefined) => void;
}

export function createModal(): ModalBox {
  const dialog = element('modal') as HTMLDialogElement;
  const title = element('modal-title');
  const body = element('modal-body');
  const close = part(dialog, '#modal-close', HTMLButtonElement);
  const submit = part(dialog, '#modal-submit', HTMLButtonElement);
  let shown: Modal | undefined;
  let opener: Element | null = null;

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
  submit.addEventListener('click', () => {
    submit.disabled = true;
    void send('submit', {}).then(() => {
      submit.disabled = false;
    });
  });

  return {
    draw(modal) {
      if (modal === undefined) {
        if (dialog.open) dialog.close();
        if (shown !== undefined && opener instanceof HTMLElement && opener.isConnected) opener.focus();
        shown = undefined;
        return;
      }
      if (modal.html !== shown?.html || modal.id !== shown.id || modal.title !== shown.title) {
        const press = body.contains(document.activeElement)
          ? document.activeElement?.getAttribute('data-press')
          : undefined;
        title.textContent = modal.title;
        body.innerHTML = modal.html;
        dialog.dataset.view = modal.id;
        if (press != null) {
          const again = body.querySelector<HTMLElement>(`[data-press="${CSS.escape(press)}"]`);
          (again ?? title).focus({ preventScroll: true });
        }
        if (modal.id !== shown?.id) body.scrollTop = 0;
      }
      close.textContent = modal.close;
      submit.hidden = modal.submit === undefined;
      submit.textContent = modal.submit ?? '';
      if (!dialog.open) {
        opener = document.activeElement;
        dialog.showModal();
        title.focus();
      } else if (modal.id !== shown?.id) title.focus();
      shown = modal;
    },
  };
}
