// Where on the page something stands that can be acted on, in the server's words: a message, the modal or Home.
import type { On, Spot } from './snapshot.ts';

/** Undefined for what stands in none of them. */
export function placeOf(inside: Element): On | undefined {
  const view = inside.closest<HTMLElement>('[data-view]')?.dataset.view;
  if (view !== undefined) return { view };
  if (inside.closest('#home') !== null) return { home: true };
  const ts = inside.closest<HTMLElement>('[data-key]')?.dataset.key;
  const channel = inside.closest<HTMLElement>('[data-channel]')?.dataset.channel;
  return ts === undefined || channel === undefined ? undefined : { channel, ts };
}

/** The place and ids of a button or field, which carries `data-block` and its action_id. */
export function spotOf(control: HTMLElement): Spot | undefined {
  const on = placeOf(control);
  const { block: block_id = '', press, field } = control.dataset;
  return on === undefined ? undefined : { ...on, block_id, action_id: press ?? field ?? '' };
}
