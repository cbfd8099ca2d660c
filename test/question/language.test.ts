// Which language a question is in: no Swedish one may be read as English, and few English ones as Swedish.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isEnglish } from '../../src/question/english.ts';
import { languageOf } from '../../src/question/language.ts';
import { fold, words } from '../../src/question/swedish.ts';
import { realKnowledge } from '../support/knowledge.ts';

const ANSWERS = join(import.meta.dirname, '../answers');

interface Asked {
  readonly question: string;
  readonly register?: string;
}

const inside = asked('inside');
const { entries, elsewhere, urgent } = await realKnowledge();
const all = [
  ...['inside', 'outside', 'urgent', 'told', 'seeds', 'seeds-outside'].flatMap(asked).map(({ question }) => question),
  ...entries.flatMap(({ question, wordings }) => [question, ...wordings]),
  ...elsewhere.flatMap(({ wordings }) => wordings),
  ...(urgent?.situations ?? []).flatMap(({ examples }) => examples),
  ...(urgent?.calmExamples ?? []),
];
const english = all.filter((text) => languageOf(text) === 'en');

describe('the language of a question', () => {
  it('is what its register says, in the questions that are marked', () => {
    const wrong = inside.filter(({ question, register }) => {
      return languageOf(question) !== (register === 'engelska' ? 'en' : 'sv');
    });
    expect(wrong.map(({ question }) => question)).toEqual([]);
  });

  it('is English only where the search, which is quicker to think so, hears English too', () => {
    expect(english.length).toBeGreaterThan(1_400);
    const alone = english.filter((text) => !isEnglish(words(text)));
    expect(alone).toEqual(['Tell me a joke']);
  });

  it('is Swedish where the search hears English in vain: in words that both languages have', () => {
    const heard = new Set(english);
    const lost = all.filter((text) => isEnglish(words(text)) && !heard.has(text));
    // English words that no Swedish text has, nor any of the other languages that people may write here.
    expect(lost.filter((text) => /\b(?:the|what|can|you|how|she|they|with)\b/iu.test(text))).toEqual([]);
  });

  it.each<[string, (text: string) => string]>([
    ['without its dots', fold],
    ['in capitals', (text) => text.toUpperCase()],
    ['run together', (text) => text.replaceAll(/[?.,!]/gu, '')],
  ])('is the same %s', (_, change) => {
    const heard = new Set(english);
    const moved = all.filter((text) => (languageOf(change(text)) === 'en') !== heard.has(text));
    expect(moved).toEqual([]);
  });

  it.each([
    ...['GDPR?', 'OSL 26:1', 'BUP', '', '?', 'hej', 'kurator', 'SIP'],
    'Får vi använda Teams och chat för case management?',
    'Vad är need to know?',
    'vad betyder "duty of confidentiality"',
    'kan jag dela information i en breakout room',
    'far skolskoterskan beratta for mentorn',
    'vad hander om man shared en screenshot',
    'Får jag skriva «he is not feeling well» i journalen?',
  ])('is Swedish: %s', (text) => {
    expect(languageOf(text)).toBe('sv');
  });

  it.each([
    'What does sekretess mean?',
    'can soc tell my school?',
    'Is a report to socialtjänsten secret?',
    'Who can read my journal at BUP?',
    "I'm a kurator, may I call the police",
    'school nurse confidentiality',
    'thanks',
    'what is an orosanmälan',
    'Does «menprövning» apply to förskolan?',
  ])('is English: %s', (text) => {
    expect(languageOf(text)).toBe('en');
  });
});

function asked(file: string): Asked[] {
  return readFileSync(join(ANSWERS, `${file}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Asked);
}
