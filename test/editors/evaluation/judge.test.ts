// One answer against what was expected of it.
import { describe, expect, it } from 'vitest';
import { answer, answerSituation, type Answer } from '../../../src/answer.ts';
import { judge } from '../../../src/editors/evaluation/judge.ts';
import type { Line } from '../../../src/editors/evaluation/lines.ts';
import { DAY, realKnowledge } from '../../support/knowledge.ts';

const real = await realKnowledge();

describe('an answer against what was expected', () => {
  const MEN = 'Vad betyder »men« i sekretesslagen?';
  const given = answer(MEN, real, DAY);
  const [first] = given.entries;
  const expecting = (expect: Line['expect']): Line => ({ question: MEN, expect });

  it('is right alone, or wrong alone', () => {
    const right = judge(expecting({ entries: ['grunder/vad-ar-men'], outcome: 'answer' }), given, real);
    expect(right).toMatchObject({ found: { rank: 1, fate: 'alone' }, rated: { right: true }, outcomeIsRight: true });
    const wrong = judge(expecting({ entries: ['grunder/har-slutat'] }), given, real);
    expect(wrong).toMatchObject({ found: { fate: 'wrongAlone' }, rated: { right: false } });
    expect(wrong.found).not.toHaveProperty('rank', 1);
    expect(wrong).not.toHaveProperty('outside');
  });

  it('is offered, or a wrong offer, or declined', () => {
    const entry = (id: string) => ({ kind: 'entry', entry: real.entries.find((each) => each.id === id)! }) as const;
    const { question, personalData, date, entries, confidence, language, easy } = given;
    const base = { question, personalData, date, entries, confidence, language, easy };
    const offer: Answer = { ...base, outcome: 'clarify', choices: [entry('grunder/har-slutat')] };
    const decline: Answer = { ...base, outcome: 'decline', reason: { why: 'outside', contacts: [] }, near: [] };
    const fates = (line: Line) => [offer, decline].map((each) => judge(line, each, real).found?.fate);
    expect(fates(expecting({ entries: ['grunder/har-slutat'] }))).toEqual(['offered', 'declined']);
    expect(fates(expecting({ entries: [first!.id] }))).toEqual(['wrongOffer', 'declined']);
    const outside = expecting({ outcome: 'decline' });
    expect([offer, decline, given].map((each) => judge(outside, each, real).outside)).toEqual([
      'askedBack',
      'declined',
      'answered',
    ]);
    expect(judge(outside, given, real)).toMatchObject({ rated: { confidence: given.confidence, right: false } });
  });

  it('is a verdict on the right situation, by what was expected or by the entry that is written for it', () => {
    const written = real.entries.find(({ situation }) => situation !== undefined)!;
    const { explained, related, ...verdict } = answerSituation(written.situation!.stated, real, DAY)!;
    expect([explained, ...related]).toContain(written);
    const bare = { ...verdict, related: [] };
    expect(judge(expecting({ entries: [written.id] }), bare, real).found?.fate).toBe('verdict');
    const other = expecting({ entries: ['grunder/vad-ar-men'] });
    expect(judge(other, bare, real).found?.fate).toBe('wrongVerdict');
    expect(judge(other, { ...bare, explained: written }, real).found?.fate).toBe('wrongAlone');
    expect(
      judge(other, { ...bare, related: [real.entries.find(({ id }) => id === 'grunder/vad-ar-men')!] }, real).found
        ?.fate,
    ).toBe('linked');
    const stated = { entries: ['grunder/vad-ar-men'], facts: { avsändare: bare.stated.avsändare! } };
    expect(judge(expecting(stated), bare, real)).toMatchObject({ found: { fate: 'verdict' }, facts: { right: 1 } });
  });

  it('has its provisions, and the parties the right way round', () => {
    expect(judge(expecting({ citations: ['OSL 26:1', 'KL 6:8'] }), given, real).cited).toEqual({
      any: true,
      all: false,
    });
    const asked = answerSituation({ avsändare: 'skola', mottagare: 'polis' }, real, DAY)!;
    const facts = (expected: Readonly<Record<string, string>>) =>
      judge(expecting({ facts: expected }), asked, real).facts;
    expect(facts({ avsändare: 'skola', mottagare: 'polis' })).toEqual({
      right: 2,
      missing: 0,
      wrong: 0,
      swapped: false,
    });
    expect(facts({ avsändare: 'polis', mottagare: 'skola' })).toEqual({
      right: 0,
      missing: 0,
      wrong: 2,
      swapped: true,
    });
    expect(facts({ avsändare: 'skola', samtycke: 'ja' })).toEqual({ right: 1, missing: 1, wrong: 0, swapped: false });
    expect(judge(expecting({ verdict: null }), given, real).verdictIsRight).toBe(true);
    expect(judge(expecting({ verdict: 'hindrar' }), given, real).verdictIsRight).toBe(false);
  });
});
