// What stands first when someone is in danger: calmly, whom to ring, and what may be said to them.
import type { UrgentAnswer } from '../answer.ts';
import { list, say } from './words.ts';

/** Markdown: what was seen, the numbers in order, and the sentences of the gravest danger. */
export function composeAlarm({ dangers, gravest, calls, localCalls }: UrgentAnswer, contactLine: ContactLine): string {
  const words = [...new Set(dangers.map((danger) => `«${danger.words}»`))];
  return [
    `**${say.helpFirst}** ${say.seenIn(list(words))}`,
    [
      ...calls.map(
        ({ who, number, when }) => `- ${number === undefined ? `**${who}**` : `**${number}** ${who}`}: ${when}`,
      ),
      ...localCalls.map((contact) => `- ${contactLine(contact)} (${contact.origin})`),
    ].join('\n'),
    gravest.says,
  ].join('\n\n');
}

type ContactLine = (contact: UrgentAnswer['localCalls'][number]) => string;
