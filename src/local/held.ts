// What each person has chosen and pressed in messages, which stays with the message while it has the same fields.
import type { Form } from '../render/fields-html.ts';
import { valuesFor } from './state.ts';
import type { Message } from './workspace.ts';

export interface Held {
  /** What the message's fields hold for this person. */
  readonly form: (message: Message, user: string) => Form;
  readonly hold: (message: Message, user: string, form: Form) => void;
}

export function createHeld(changed: () => void): Held {
  const forms = new Map<string, Form>();
  const keyOf = ({ channel, ts }: Message, user: string) => `${channel} ${ts} ${user}`;
  return {
    form(message, user) {
      const held = forms.get(keyOf(message, user));
      return { ...held, values: valuesFor(message.blocks, held?.values) };
    },
    hold(message, user, form) {
      forms.set(keyOf(message, user), form);
      changed();
    },
  };
}
