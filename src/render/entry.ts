// What an entry says to the one who asked: in Swedish, in easy Swedish, or in English with the Swedish below.
import type { Answer, EntryAnswer, VerdictAnswer } from '../answer.ts';
import type { Entry } from '../knowledge/schema.ts';
import type { Language } from '../question/language.ts';
import { besideEnglish } from './english.ts';
import { linkCitations } from './links.ts';
import type { Words } from './words.ts';

/** What an entry says: in Swedish, in easy Swedish where that was asked for, or in English with the Swedish below to show others. */
export function entryTexts(answer: EntryAnswer, say: Words): { readonly lead: string; readonly body: string } {
  const { entry, language, easy } = answer;
  // Which question is answered stands first, so that one who asked something else sees it at once.
  const answers = `*${say.answers(entry.question)}*`;
  if (language === 'en') {
    const { shortAnswerEn: english } = entry;
    return {
      lead: join(answers, english === undefined ? besideEnglish.onlyInSwedish : emphasiseFirst(english.trim())),
      body: join(
        `## ${besideEnglish.inSwedish}\n${linkCitations(entry.shortAnswer.trim())}`,
        `## ${besideEnglish.details}`,
        linkCitations(entry.body),
      ),
    };
  }
  if (entry.easySwedish !== undefined && isEasy(answer))
    return { lead: answers, body: join(entry.easySwedish.trim(), `*${say.easyNote}*`) };
  return {
    lead: join(answers, emphasiseFirst(entry.shortAnswer.trim()), easy ? `*${say.notEasy}*` : ''),
    body: linkCitations(entry.body),
  };
}

/** What the entry says that explains a verdict, in short. */
export function explanation(entry: Entry, { language, easy }: VerdictAnswer, say: Words): string {
  const heading = `### ${say.explained(entry.question)}`;
  if (language === 'en') {
    const { shortAnswerEn: english } = entry;
    const swedish = join(besideEnglish.onlyInSwedish, entry.shortAnswer.trim());
    return `${heading}\n${linkCitations(english?.trim() ?? swedish)}`;
  }
  if (easy && entry.easySwedish !== undefined)
    return `${heading}\n${join(entry.easySwedish.trim(), `*${say.easyNote}*`)}`;
  return `${heading}\n${join(linkCitations(entry.shortAnswer.trim()), easy ? `*${say.notEasy}*` : '')}`;
}

/** For those who do not read the Swedish questions on the buttons: each with the first sentence of its English answer. */
export function inEnglish(entries: readonly Entry[], language: Language): string {
  if (language === 'sv') return '';
  return entries
    .flatMap(({ question, shortAnswerEn }) =>
      shortAnswerEn === undefined ? [] : [`- *${question}* ${linkCitations(firstSentence(shortAnswerEn.trim())[0])}`],
    )
    .join('\n');
}

/** Whether the answer is an entry's text in easy Swedish: it was asked for, and is there. */
export function isEasy(answer: Answer): boolean {
  return (
    answer.outcome === 'answer' && answer.easy && answer.language === 'sv' && answer.entry.easySwedish !== undefined
  );
}

/** The first sentence stands out; a whole paragraph in bold would be shouting. */
function emphasiseFirst(text: string): string {
  const [first, rest] = firstSentence(text);
  return linkCitations(`**${first}** ${rest}`.trim());
}

function firstSentence(text: string): readonly [first: string, rest: string] {
  const [first = '', ...rest] = text.split(/(?<=[.!?]) +(?=\p{Lu})/u);
  return [first, rest.join(' ')];
}

function join(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}
