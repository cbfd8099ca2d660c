// What the page tells the person beside what stands in it: a red notice, or words for a screen reader alone.
import { element, make, makeButton } from './dom.ts';

/** A red notice that stays until it is closed, or until `retract` is called. */
export function notice(text: string): { retract: () => void } {
  // The same words twice are no news.
  for (const other of element('notices').children) if (other.firstChild?.textContent === text) other.remove();
  const retract = () => {
    box.remove();
  };
  const box = make('div', 'notice', make('p', '', text), makeButton('notice-close', 'Stäng', retract));
  element('notices').append(box);
  return { retract };
}

/** Said to a screen reader, not shown; from within the modal where one is open, since nothing outside it is read then. */
export function announce(text: string): void {
  const within = (element('modal') as HTMLDialogElement).open ? 'modal-status' : 'announce';
  element(within).textContent = text;
}
