// What stands in a message, as the stand-in shows it.
import type { Message } from '../../src/local/standin.ts';

/** All that its blocks say, with the values of their buttons, as JSON. */
export function allText(message: Message): string {
  return JSON.stringify(message.blocks);
}
