// What stands in a view or a message, as text to look for words in; and the buttons in it.
import type { Bot } from './bot.ts';

/** All that is drawn, as JSON. */
export function shown(part: { readonly blocks: unknown } | undefined): string {
  return JSON.stringify(part?.blocks ?? []);
}

/** The modal on top, once it says so. */
export function modalWith({ slack }: Bot, words: string | RegExp): Promise<string> {
  return slack.until(() => {
    const text = shown(slack.view(slack.personId)?.modal);
    return (typeof words === 'string' ? text.includes(words) : words.test(text)) ? text : undefined;
  });
}

/** Presses a button in the modal on top. */
export async function pressInModal({ slack }: Bot, action_id: string): Promise<void> {
  const user = slack.personId;
  const view = slack.view(user);
  if (view === undefined) throw new Error('no modal is open');
  await slack.press({ user, on: { view: view.id }, action_id });
}
