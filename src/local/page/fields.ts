// The app's fields wherever they stand: what is chosen or typed in them is told to the server. One listener for all, since
// fields are drawn anew as the app wishes.
import { undo } from './list.ts';
import { send } from './send.ts';
import { spotOf } from './spot.ts';

export function listenToFields(): void {
  document.addEventListener('chosen', (event) => {
    if (event.target instanceof HTMLElement && event instanceof CustomEvent)
      void choose(event.target, String(event.detail));
  });
  document.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.type === 'radio') void choose(target, target.value);
  });
  document.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLElement && target.classList.contains('text-input')) tellTyped(target as TextField);
  });
}

/** Resolves when what is typed has reached the server: to be waited for before anything is done with it. */
export function typed(): Promise<void> {
  return underWay;
}

type TextField = HTMLInputElement | HTMLTextAreaElement;

async function choose(field: HTMLElement, value: string): Promise<void> {
  const spot = spotOf(field);
  if (spot === undefined) return;
  await typed();
  if (!(await send('choose', { ...spot, value }))) undo(field);
}

let underWay = Promise.resolve();
const waiting = new Set<TextField>();

/** Never two at a time, so that none overtakes another; what is typed meanwhile goes in one. */
function tellTyped(field: TextField): void {
  const spot = spotOf(field);
  if (spot === undefined || waiting.has(field)) return;
  waiting.add(field);
  underWay = underWay.then(async () => {
    waiting.delete(field);
    await send('type', { ...spot, value: field.value });
  });
}
