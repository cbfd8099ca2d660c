// A follow-up in a thread keeps what was stated, says so, and reaches the verdict anew.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer, type Answer } from '../src/answer.ts';
import { answerFollowUp, TIED, type Earlier } from '../src/answer/followup.ts';
import { asMarkdown, compose } from '../src/render/compose.ts';
import { say } from '../src/render/words.ts';
import { DAY, realKnowledge } from './support/knowledge.ts';

const knowledge = await realKnowledge();
const FIRST = 'Får BUP berätta för skolkuratorn om diagnosen?';
const first = answer(FIRST, knowledge, DAY);
const earlier = situationOfAnswer(first);

const ask = (text: string, from?: Earlier) => answerFollowUp(text, from ?? earlier, knowledge, DAY);

describe('a follow-up', () => {
  it.each([
    ['men om vi har samtycke?', { samtycke: 'ja' }],
    ['och om hon är 15?', { ålder: 'under 18' }],
    ['vad händer om föräldrarna säger nej', { samtycke: 'nej' }],
    ['om det finns misstanke om brott?', { brott: 'begånget' }],
    ['hon är myndig', { ålder: '18–20' }],
    ['vi har inget samtycke', { samtycke: 'nej' }],
    ['och till rektorn då?', { mottagare: 'rektor' }],
    ['tänk om det är polisen som frågar', { mottagare: 'polis', begäran: 'ja' }],
    ['och om socialtjänsten begär det?', { mottagare: 'socialtjänst', begäran: 'ja' }],
    ['men om det är skolsköterskan som berättar för kuratorn då', { avsändare: 'elevhälsa medicinsk' }],
    ['och åt andra hållet?', { avsändare: 'elevhälsa psykosocial', mottagare: 'BUP' }],
    ['men om det är skolsköterskan?', { mottagare: 'elevhälsa medicinsk' }],
    ['men om det är polisen?', { mottagare: 'polis' }],
    ['å mamman då', { mottagare: 'vårdnadshavare' }],
    ['om det är kuratorn som vill berätta istället', { avsändare: 'elevhälsa psykosocial', mottagare: 'BUP' }],
    ['gäller samma om det är en friskola?', { 'mottagaren är': 'enskild verksamhet' }],
    ['han har precis blivit myndig', { ålder: '18–20' }],
    ['hon har skrivit på', { samtycke: 'ja' }],
  ])('«%s» states %j anew and keeps the rest', (text, changed) => {
    const given = ask(text);
    expect(given.outcome).toBe('verdict');
    expect(statedOf(given)).toEqual({ ...statedOf(first), ...changed });
  });

  it('says what it kept, what is new, and what that does', () => {
    const text = asMarkdown(compose(ask('men om vi har samtycke?')));
    expect(text).toContain(say.kept);
    expect(text).toMatch(/BUP → skolkuratorn/u);
    expect(text).toContain(`${say.changed} samtycke finns`);
    expect(text).toContain(say.otherVerdict(say.verdict.depends));
    expect(text).toContain(say.verdict.permitted);
  });

  it('says so where nothing new was understood, and lets nothing go', () => {
    const given = ask('och om det regnar?');
    expect(statedOf(given)).toEqual(statedOf(first));
    expect(asMarkdown(compose(given))).toContain(say.nothingNew);
  });

  it('builds on an entry that is written for a situation', () => {
    const entry = knowledge.entries.find(({ situation }) => situation?.stated.mottagare === 'polis');
    if (entry?.situation === undefined) throw new Error('no entry with the police as its recipient');
    const given = ask('men om vi har samtycke?', { kind: 'entry', entry });
    expect(statedOf(given)).toEqual({ ...entry.situation.stated, samtycke: 'ja' });
  });

  it.each([
    ['a question that names both parties', 'Får soc berätta för skolan att de har öppnat en utredning?'],
    ['a question that the folder answers by itself', 'får man prata om mitt ärende med kollegor på soc'],
    ['a provision', 'och OSL 26:1?'],
    ['thanks', 'tack så mycket för hjälpen!'],
    ['danger', 'men hon säger att hon ska ta livet av sig ikväll'],
  ])('leaves %s alone', (_, text) => {
    expect(ask(text)).toEqual(answer(text, knowledge, DAY));
  });

  it('says that it was read by itself where there is nothing to build on', () => {
    const given = answerFollowUp('och om hon är 15?', undefined, knowledge, DAY);
    expect(given.follows).toEqual({ kind: 'alone' });
    expect(asMarkdown(compose(given))).toContain(say.readAlone);
  });

  it('lets go of what was true of the parties when they change', () => {
    const from: Earlier = {
      kind: 'situation',
      stated: { ...statedOf(first), 'avsändaren är': 'myndighet', 'samma myndighet': 'nej', samtycke: 'nej' },
    };
    expect(statedOf(ask('men till polisen då?', from))).toEqual({
      ...statedOf(first),
      'avsändaren är': 'myndighet',
      mottagare: 'polis',
    });
  });

  it('masks personal data like any question', () => {
    const given = ask('och om hon är 15, 20100412-1234?');
    expect(given.question).not.toContain('20100412');
    expect(given.personalData).toHaveLength(1);
  });

  it('never throws, and never loses a fact that it does not change', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80, unit: 'grapheme' }), (text) => {
        const given = ask(text);
        if (given.follows?.kind !== 'kept') return;
        expect({ ...statedOf(first), ...given.follows.changed }).toMatchObject(given.follows.kept);
      }),
      { numRuns: 100 },
    );
  });
});

it.each(['tack!', 'Perfekt, tack', 'thank you very much'])('meets thanks with a word back: «%s»', (text) => {
  expect(ask(text)).toMatchObject({ outcome: 'decline', reason: { why: 'thanks' } });
});

it('knows the concepts that are tied to the parties by the names they have', () => {
  const known = [...(knowledge.rulebook?.concepts.keys() ?? [])];
  expect(known).toEqual(expect.arrayContaining(Object.values(TIED).flat()));
});

function statedOf(given: Answer) {
  if (given.outcome !== 'verdict') throw new Error(`no verdict but ${given.outcome}`);
  return given.stated;
}

function situationOfAnswer(given: Answer): Earlier {
  return { kind: 'situation', stated: statedOf(given) };
}
