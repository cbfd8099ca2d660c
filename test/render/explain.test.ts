// Why an answer came, on values made by hand: in order, in per cent, with what is small told together.
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer.ts';
import { explain, type Evidence, type Explanation } from '../../src/answer/explain.ts';
import { explanationJson, explanationText } from '../../src/render/explain.ts';
import { DAY, realKnowledge } from '../support/knowledge.ts';

const knowledge = await realKnowledge();
const entry = knowledge.entries.find(({ id }) => id === 'grunder/vad-ar-men')!;
const provision = knowledge.provisions[0]!;
const base = {
  question: 'a',
  personalData: [],
  date: DAY,
  entries: [],
  confidence: 0.9,
  language: 'sv',
  easy: false,
} as const;
const given: Answer = {
  ...base,
  outcome: 'answer',
  entry,
  provisions: [],
  related: [],
  contacts: [],
  overdue: false,
};

const made = (over: Partial<Explanation> = {}, evidence: readonly Evidence[] = []): Explanation => ({
  hits: [{ found: { kind: 'entry', entry }, score: 0.8, evidence }],
  repaired: [],
  confidence: { right: 0.914, inside: 0.98 },
  ...over,
});

describe('why, in words', () => {
  it('tells each thing that was said, what it met and how much it gave, the most first', () => {
    const text = explanationText(
      made({}, [
        { kind: 'letters', said: 'sekrtess', matched: 'sekretess', gave: 0.11 },
        { kind: 'word', said: 'men', matched: 'men', gave: 0.4 },
        { kind: 'part', said: 'skoldag', matched: 'skol', gave: 0.05 },
        { kind: 'like', said: 'vad är men', matched: 'Vad betyder men?', gave: 0.08 },
        { kind: 'fact', said: 'läraren', matched: 'avsändare: lärare', gave: 0.06 },
        { kind: 'citation', said: 'OSL 26:1', matched: 'OSL 26:1', gave: 0.07 },
        { kind: 'word', said: 'så', matched: '', gave: 0.02 },
        { kind: 'word', said: 'de', matched: '', gave: 0.01 },
      ]),
      given,
    );
    expect(text.split('\n\n')).toEqual([
      'Varför det blev så',
      [
        `1. ${entry.question} (grunder/vad-ar-men): 80 %`,
        '    40 %  men         ordet «men»',
        '    11 %  sekrtess    bokstäverna i «sekretess»',
        '     8 %  vad är men  liknar «Vad betyder men?»',
        '     7 %  OSL 26:1    lagrummet OSL 26:1',
        '     6 %  läraren     uppgiften «avsändare: lärare»',
        '     5 %  skoldag     ordledet «skol»',
        '     3 %  övrigt',
      ].join('\n'),
      'Chansen att det första är rätt: 91 %. Chansen att frågan alls hör hit: 98 %.',
      'Ett svar visas: det första är säkert nog, och inget annat ligger för nära.',
    ]);
  });

  it('tells of words that were repaired, of provisions, and of nothing', () => {
    const repaired = [
      { said: 'sekrtess', read: 'sekretess' },
      { said: 'skloan', read: 'skolan' },
    ];
    const hits = [{ found: { kind: 'provision', provision }, score: 0.5, evidence: [] } as const];
    const text = explanationText(made({ repaired, hits }), given);
    expect(text).toContain('«sekrtess» läst som «sekretess», «skloan» läst som «skolan».');
    expect(text).toContain(`1. ${provision.heading} (`);
    expect(text).not.toContain('övrigt');
    expect(explanationText(made({ hits: [] }), given)).toContain('Inget i underlaget liknar frågan.');
  });

  it('tells no more than eight things, and the rest together', () => {
    const many = Array.from(
      { length: 12 },
      (_, i) => ({ kind: 'word', said: `ord${i}`, matched: '', gave: 0.06 }) as const,
    );
    const text = explanationText(made({}, many), given);
    expect(text.match(/ord\d+/gu)).toHaveLength(8);
    expect(text).toContain('    24 %  övrigt');
  });

  const sure = { right: 0.99, inside: 0.99 };
  const unsure = { right: 0.2, inside: 0.9 };
  const direction = { kind: 'direction', stated: {}, rulebook: knowledge.rulebook! } as const;
  const decline = (why: 'outside' | 'empty'): Answer => ({
    ...base,
    outcome: 'decline',
    reason: why === 'outside' ? { why, contacts: [] } : { why },
    near: [],
  });
  it.each<[string, Answer, Explanation['confidence'], string]>([
    ['a direction', { ...base, outcome: 'clarify', choices: [direction] }, sure, 'vem som lämnar till vem'],
    ['two alike', { ...base, outcome: 'clarify', choices: [{ kind: 'entry', entry }] }, sure, 'för nära varandra'],
    ['not sure', { ...base, outcome: 'clarify', choices: [{ kind: 'entry', entry }] }, unsure, 'inte säkert nog'],
    ['outside', decline('outside'), unsure, 'för lite i frågan'],
    ['nothing asked', decline('empty'), unsure, 'av det skäl som står ovan'],
    ['a provision', { ...base, outcome: 'lagrum', provisions: [], left: [], related: [] }, sure, 'Ett lagrum visas'],
  ])('tells what decided: %s', (_, answer, confidence, told) => {
    expect(explanationText(made({ confidence }), answer).split('\n').at(-1)).toContain(told);
    expect(explanationJson(made({ confidence }), answer).decided).toContain(told);
  });
});

it('is the same for programs, with nothing left out', () => {
  const evidence: Evidence[] = [
    { kind: 'word', said: 'så', matched: '', gave: 0.00049 },
    { kind: 'word', said: 'men', matched: 'men', gave: 0.41234 },
  ];
  expect(explanationJson(made({}, evidence), given)).toEqual({
    hits: [
      {
        id: 'grunder/vad-ar-men',
        score: 0.8,
        evidence: [
          { kind: 'word', said: 'men', matched: 'men', gave: 0.412 },
          { kind: 'word', said: 'så', matched: '', gave: 0 },
        ],
      },
    ],
    repaired: [],
    confidence: { right: 0.914, inside: 0.98 },
    decided: 'Ett svar visas: det första är säkert nog, och inget annat ligger för nära.',
  });
});

describe('what gave how much', () => {
  it('is in parts that make the score, at most three hits', () => {
    const { hits, confidence } = explain('Vad betyder men i sekretesslagen, OSL 26:1?', knowledge, DAY);
    expect(hits).toHaveLength(3);
    expect(confidence.inside).toBeGreaterThan(0.5);
    for (const { score, evidence } of hits)
      expect(evidence.reduce((sum, { gave }) => sum + gave, 0)).toBeCloseTo(score, 9);
    const first = hits.find(({ found }) => found.kind === 'entry' && found.entry.id === 'grunder/vad-ar-men');
    expect(first?.evidence).toContainEqual(expect.objectContaining({ kind: 'word', said: 'men', matched: 'men' }));
    expect(hits.flatMap(({ evidence }) => evidence)).toContainEqual(
      expect.objectContaining({ kind: 'citation', said: 'OSL 26:1' }),
    );
  });

  it('is nothing of nothing', () => {
    expect(explain('', knowledge, DAY).hits).toEqual([]);
  });
});
