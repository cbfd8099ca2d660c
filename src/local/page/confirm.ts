// The question that a button may ask before it does what it does.
import { element, part } from './dom.ts';

/** As the server writes it in `data-confirm`; `html` is escaped there. */
interface Confirm {
  readonly title: string;
  readonly html: string;
  readonly confirm: string;
  readonly deny: string;
  readonly danger: boolean;
}

/** Whether the person goes on; at once where the button asks nothing. */
export function confirmed(button: HTMLElement): Promise<boolean> {
  if (button.dataset.confirm === undefined) return Promise.resolve(true);
  const asked = JSON.parse(button.dataset.confirm) as Confirm;
  const dialog = element('confirm') as HTMLDialogElement;
  const yes = part(dialog, '#confirm-yes', HTMLButtonElement);
  const no = part(dialog, '#confirm-no', HTMLButtonElement);
  element('confirm-title').textContent = asked.title;
  element('confirm-text').innerHTML = asked.html;
  yes.textContent = asked.confirm;
  no.textContent = asked.deny;
  yes.classList.toggle('danger', asked.danger);
  yes.classList.toggle('primary', !asked.danger);
  dialog.returnValue = '';
  dialog.showModal();
  // What cannot be undone is not a second Enter away.
  (asked.danger ? no : yes).focus();
  // Told of a closing late, when the dialog may be open with the next question already.
  dialog.onclose = () => {
    if (!dialog.open) settle(dialog.returnValue === 'yes');
  };
  settle(false);
  return new Promise((resolve) => {
    settle = resolve;
  });
}

/** Answers the question that is open. */
let settle: (goesOn: boolean) => void = () => undefined;
