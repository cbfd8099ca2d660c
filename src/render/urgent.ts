// What stands first when someone is in danger: calmly, whom to ring, and what may be said to them.
import type { UrgentAnswer } from '../answer.ts';
import type { Call } from '../knowledge/urgent.ts';
import { wordsIn } from './language.ts';

/** Markdown: what was seen, the numbers in order, and the sentences of the gravest danger. */
export function composeAlarm(answer: UrgentAnswer, contactLine: ContactLine): string {
  const { dangers, gravest, calls, localCalls, language } = answer;
  const say = wordsIn(language);
  const words = [...new Set(dangers.map((danger) => `«${danger.words}»`))];
  return [
    `**${say.helpFirst}** ${say.seenIn(say.and(words))}`,
    [
      ...calls.map((call) => {
        const { who, number, when } = language === 'en' ? inEnglish(call) : call;
        return `- ${number === undefined ? `**${who}**` : `**${number}** ${who}`}: ${when}`;
      }),
      ...localCalls.map((contact) => `- ${contactLine(contact)} (${contact.origin})`),
    ].join('\n'),
    language === 'en' ? (gravest.saysEn ?? gravest.says) : gravest.says,
  ].join('\n\n');
}

type ContactLine = (contact: UrgentAnswer['localCalls'][number]) => string;

function inEnglish({ whoEn, whenEn, ...call }: Call): Call {
  return { ...call, who: whoEn ?? call.who, when: whenEn ?? call.when };
}
