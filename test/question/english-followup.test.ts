// A follow-up in English in a thread: it keeps what was stated, and is answered in English.
import { describe, expect, it } from 'vitest';
import { answer, type Answer } from '../../src/answer.ts';
import { answerFollowUp, type Earlier } from '../../src/answer/followup.ts';
import { DAY, realKnowledge } from '../support/knowledge.ts';

const knowledge = await realKnowledge();
const first = answer('May BUP tell the school counsellor about the diagnosis?', knowledge, DAY);
const earlier: Earlier = { kind: 'situation', stated: statedOf(first), language: 'en' };

describe('a follow-up in English', () => {
  it.each([
    ['what if she is 15?', { ålder: 'under 18' }],
    ['but with consent?', { samtycke: 'ja' }],
    ['and without consent?', { samtycke: 'nej' }],
    ['and the other way round?', { avsändare: 'elevhälsa psykosocial', mottagare: 'BUP' }],
    ['what about the police?', { mottagare: 'polis' }],
    ['and to the teacher?', { mottagare: 'lärare' }],
    ['what if the parents say no', { samtycke: 'nej' }],
    ['but if the police ask?', { mottagare: 'polis', begäran: 'ja' }],
    ['what if it is an independent school?', { 'mottagaren är': 'enskild verksamhet' }],
    ['he just turned 18', { ålder: '18–20' }],
    ['mum?', { mottagare: 'vårdnadshavare' }],
    ['what if it rains?', {}],
  ])('«%s» states %j anew and keeps the rest', (text, changed) => {
    const given = answerFollowUp(text, earlier, knowledge, DAY);
    expect(given).toMatchObject({ outcome: 'verdict', language: 'en', follows: { kind: 'kept' } });
    expect(statedOf(given)).toEqual({ ...statedOf(first), ...changed });
  });

  it('is read in Swedish where it is written so, below an answer in English', () => {
    const given = answerFollowUp('och om hon är 15?', earlier, knowledge, DAY);
    expect(given.language).toBe('sv');
    expect(statedOf(given)).toEqual({ ...statedOf(first), ålder: 'under 18' });
  });

  it('goes on in Swedish below an answer in Swedish, where its words are of no language', () => {
    const below: Earlier = { kind: 'situation', stated: statedOf(first) };
    expect(answerFollowUp('BUP?', below, knowledge, DAY).language).toBe('sv');
  });

  it.each(['Can the police get information from social services?', 'What is a school nurse?'])(
    '«%s» stands by itself',
    (text) => {
      expect(answerFollowUp(text, earlier, knowledge, DAY).follows).toBeUndefined();
    },
  );
});

function statedOf(given: Answer): Readonly<Record<string, string>> {
  return given.outcome === 'verdict' ? given.stated : {};
}
