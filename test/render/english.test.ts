// What one who asks in English reads: English throughout, but for the Swedish that is said to be Swedish.
import { describe, expect, it } from 'vitest';
import {
  answer,
  answerEntry,
  answerLookup,
  answerProvisions,
  answerSituation,
  inLanguage,
  type Answer,
} from '../../src/answer.ts';
import { NOTHING_TAKEN_UP, situationForm } from '../../src/render/form.ts';
import { asMarkdown, compose } from '../../src/render/compose.ts';
import { messageViolations, modalViolations, SLACK_LIMITS } from '../../src/render/limits.ts';
import { markdownTo, plain } from '../../src/render/markdown.ts';
import { renderPage } from '../../src/render/page.ts';
import { answerModal, provisionsModal, renderSlack } from '../../src/render/slack.ts';
import { renderText } from '../../src/render/text.ts';
import { sayFeedback, sayHuman, sayShare } from '../../src/render/people-words.ts';
import { say } from '../../src/render/words.ts';
import { parseCitation } from '../../src/law/parse.ts';
import { DAY } from '../support/knowledge.ts';
import { ENGLISH, inTongues } from '../support/tongues.ts';

const knowledge = await inTongues();
const without = await inTongues('shortAnswerEn');
const SETTING = { audience: 'everyone', human: true } as const;
const CLEAR = 'What is the difference between secrecy and duty of confidentiality in Sweden?';

const cases = (knowledge.rulebook?.cases ?? []).filter((_, i) => i % 5 === 0);
const verdicts = cases.map(({ id, stated, day }) => {
  return [id, inLanguage(answerSituation(stated, knowledge, day ?? DAY)!, 'en')] as const;
});
const answers: readonly (readonly [string, Answer])[] = [
  ...knowledge.entries.map(({ id }) => [id, inLanguage(answerEntry(id, knowledge, DAY)!, 'en')] as const),
  ...[
    CLEAR,
    'he is hitting me',
    'there is a man with a knife in the school, can I call the police?',
    'What is the weather like tomorrow?',
    'what does OSL 26:1 say?',
    'what does OSL 99:1 say?',
    `what does ${'this mean and '.repeat(600)}?`,
    'Hello there',
    'Can the school tell BUP?',
  ].map((text) => [text.slice(0, 30), answer(text, knowledge, DAY)] as const),
];

/** The Swedish phrases around an answer that nothing in the folder says: what an entry and a rule say stays in Swedish. */
const FOLDER = JSON.stringify([knowledge.entries, knowledge.provisions]);
const SWEDISH = phrasesOf([say, sayShare, sayFeedback, sayHuman]).filter(
  (phrase) => phrase.length > 8 && !FOLDER.includes(phrase),
);

describe('an answer in English', () => {
  it.each([...answers, ...verdicts])('says nothing of its own in Swedish, and fits: %s', (_, given) => {
    expect(SWEDISH.length).toBeGreaterThan(100);
    expect(given.language).toBe('en');
    const { text, blocks } = renderSlack(given, SETTING);
    const views = [
      answerModal(given, true),
      ...('provisions' in given ? [provisionsModal(given.provisions, 'en')] : []),
    ];
    const read = JSON.stringify([text, blocks, ...views]) + renderText(given, { color: false, width: 10_000 });
    const page = renderPage(given);
    expect(SWEDISH.filter((phrase) => read.includes(phrase) || page.includes(phrase))).toEqual([]);
    expect(messageViolations(blocks)).toEqual([]);
    for (const view of views) expect(modalViolations(view)).toEqual([]);
    expect(page).toContain('<html lang="en">');
  });

  it('of an entry gives the English, then the Swedish to show others, then the details', () => {
    const given = answer(CLEAR, knowledge, DAY);
    if (given.outcome !== 'answer') throw new Error(given.outcome);
    const { lead, body } = compose(given);
    expect(lead).toContain(`*Answer to: ${given.entry.question}*`);
    expect(lead).toContain('**Secrecy does not prevent this for the test ([OSL 10:1](');
    expect(lead).toContain('More follows.');
    const short = markdownTo(given.entry.shortAnswer, plain).slice(0, 60);
    const read = markdownTo(body, plain).replaceAll(/\s+/gu, ' ');
    expect(read).toMatch(/^In Swedish, to show others/u);
    expect(read.indexOf(short)).toBeLessThan(read.indexOf('Details (in Swedish)'));
    expect(body).toContain(given.entry.body.split('\n')[0]);
    expect(asMarkdown(compose(given))).not.toContain(say.answers(''));
  });

  it('says plainly where an entry has no English', () => {
    const { lead, body } = compose(answer(CLEAR, without, DAY));
    expect(lead).toContain('This answer only exists in Swedish so far.');
    expect(lead).not.toContain('undefined');
    expect(body).toMatch(/Sekretess är ett förbud/u);
  });

  it('tells what the Swedish questions on the buttons are about, when it asks back or has no answer', () => {
    const given = answer('Can I tell the parents about a student’s grades?', knowledge, DAY);
    expect(given.outcome).toBe('clarify');
    expect(markdownTo(compose(given).body, plain)).toContain(markdownTo(ENGLISH.split('. ')[0] ?? '', plain));
    expect(compose(answer('What is the weather like tomorrow?', knowledge, DAY)).lead).toMatch(
      /^\*\*I have no answer to that\.\*\* In Swedish: \p{Lu}/u,
    );
  });

  it('of danger says in English whom to call and what may be said', () => {
    const given = answer('he is hitting me', knowledge, DAY);
    const { lead, body } = compose(given);
    expect(lead).toMatch(
      /^\*\*Help first\.\*\*[\s\S]*\*\*112\*\* SOS Alarm[\s\S]*Confidentiality is no reason to wait/u,
    );
    expect(body).toContain('## Your question about secrecy');
  });

  it('has English for every number to call and every sentence said in danger', () => {
    const { situations = [], unnamed } = knowledge.urgent ?? {};
    const helps = [...situations, ...(unnamed === undefined ? [] : [unnamed])];
    expect(helps.length).toBeGreaterThan(5);
    expect(helps.filter(({ saysEn }) => saysEn === undefined)).toEqual([]);
    expect(helps.flatMap(({ calls }) => calls).filter(({ whenEn }) => whenEn === undefined)).toEqual([]);
  });

  it('of a provision keeps its summary in Swedish, and says the rest in English', () => {
    const given = inLanguage(answerProvisions([parseCitation('OSL 26:1')!], knowledge, DAY), 'en');
    expect(asMarkdown(compose(given))).toMatch(/Wording according to SFS[\s\S]*Read the statute \(in Swedish\)/u);
    expect(answerLookup('what is secrecy at the social services', knowledge, DAY).language).toBe('en');
  });
});

describe('a verdict in English', () => {
  const given = inLanguage(answerSituation({ avsändare: 'BUP', mottagare: 'rektor' }, knowledge, DAY)!, 'en');

  it('has its own words, and keeps the sentences of the rules', () => {
    const read = asMarkdown(compose(given));
    expect(read).toContain(
      '*This is how I understood the question: **Child and adolescent psychiatry (BUP) → the principal (rektor)***',
    );
    expect(read).toContain('**It depends.** Secrecy prevents it, unless consent exists');
    expect(read).toMatch(/\[OSL 25:1\]\([^)]*\) \*\*may prevent it\*\*\. \p{Lu}[^\n]*[åäö]/u);
  });

  it('never says a bare «may»', () => {
    const leads = verdicts.map(([, verdict]) => compose(verdict).lead);
    const words = new Set(leads.map((lead) => /^\*\*([^*]+)\.\*\*/mu.exec(lead.split('\n\n').at(-1) ?? '')?.[1]));
    expect([...words].sort()).toEqual(
      ['It depends', 'Must be disclosed', 'Not covered', 'Secrecy does not prevent it', 'Secrecy prevents it'].sort(),
    );
  });

  it('keeps its language in every button, within what a button holds', () => {
    const buttons = verdicts.flatMap(
      ([, verdict]) => JSON.stringify(renderSlack(verdict, SETTING).blocks).match(/"value":"(?:[^"\\]|\\.)*"/gu) ?? [],
    );
    expect(buttons.length).toBeGreaterThan(100);
    expect(buttons.filter((value) => !/^"value":"(?:(?:up|down) )?en:/u.test(value))).toEqual([]);
    for (const value of buttons) expect(value.length).toBeLessThanOrEqual(SLACK_LIMITS.buttonValue);
  });

  it('asks in English in the form', () => {
    for (const [, { stated, rulebook, ...situation }] of verdicts) {
      const state = { ...NOTHING_TAKEN_UP, language: 'en' } as const;
      const view = situationForm(stated, state, rulebook, { ...situation, stated, rulebook });
      expect(modalViolations(view)).toEqual([]);
      const read = JSON.stringify(view);
      expect(read).toContain('Who wants to disclose the information?');
      expect(SWEDISH.filter((phrase) => read.includes(phrase))).toEqual([]);
    }
  });
});

/** Every phrase that stands by itself, at any depth. */
function phrasesOf(words: object): string[] {
  return Object.values(words).flatMap((value: unknown): string[] => {
    if (typeof value === 'string') return [value];
    return typeof value === 'object' && value !== null ? phrasesOf(value) : [];
  });
}
