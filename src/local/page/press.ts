// A press on one of the app's buttons: it asks first where it is to, and is busy until the app has acknowledged.
import { confirmed } from './confirm.ts';
import { typed } from './fields.ts';
import { send } from './send.ts';
import { spotOf } from './spot.ts';

export async function press(button: HTMLElement): Promise<void> {
  const spot = spotOf(button);
  if (button.ariaBusy === 'true' || spot === undefined) return;
  if (!(await confirmed(button))) return;
  button.ariaBusy = 'true';
  await typed();
  const { value, confirm } = button.dataset;
  await send('press', {
    ...spot,
    ...(value === undefined ? {} : { value }),
    ...(confirm === undefined ? {} : { confirmed: true }),
  });
  button.ariaBusy = null;
}
