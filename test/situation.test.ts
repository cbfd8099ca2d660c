// A situation on its way: stated in words, written on a button, read back, and never believed unread.
import { describe, expect, it } from 'vitest';
import { answer, answerSituation, situationIn } from '../src/answer.ts';
import { readStated, writeStated } from '../src/answer/situation.ts';
import { compose } from '../src/render/compose.ts';
import { say } from '../src/render/words.ts';
import { DAY, realKnowledge } from './support/knowledge.ts';

const knowledge = await realKnowledge();
const STATED = { avsändare: 'BUP', mottagare: 'elevhälsa psykosocial', samtycke: 'nej' };

describe('what a button carries', () => {
  it('is read back as it was written', () => {
    expect(readStated(writeStated(STATED), knowledge)).toEqual(STATED);
    expect(readStated(writeStated({ ...STATED, samtycke: '?' }), knowledge)).toEqual({ ...STATED, samtycke: '?' });
  });

  it.each([
    ['nothing', ''],
    ['another version', `s0${JSON.stringify(STATED)}`],
    ['no JSON', 's1{avsändare'],
    ['a list', 's1["BUP"]'],
    ['null', 's1null'],
    ['a number for a value', 's1{"avsändare":1}'],
    ['an unknown concept', 's1{"constructor":"ja"}'],
    ['an unknown value', 's1{"avsändare":"Hogwarts"}'],
    ['a value of another concept', 's1{"samtycke":"BUP"}'],
  ])('is refused when it is %s', (_, written) => {
    expect(readStated(written, knowledge)).toBeUndefined();
  });
});

describe('a situation', () => {
  it('has no verdict until both parties are known', () => {
    expect(answerSituation({ avsändare: 'BUP' }, knowledge, DAY)).toBeUndefined();
    expect(answerSituation(STATED, knowledge, DAY)?.reasoning.verdict).toBe('barred');
  });

  it('changes with what is stated', () => {
    const agreed = answerSituation({ ...STATED, samtycke: 'ja' }, knowledge, DAY);
    expect(agreed?.reasoning.verdict).toBe('permitted');
  });

  it.each([
    ['socialtjänst -> skola', { avsändare: 'socialtjänst', mottagare: 'skola' }],
    ['soc → skolan', { avsändare: 'socialtjänst', mottagare: 'skola' }],
    ['BUP -> skolkuratorn', { avsändare: 'BUP', mottagare: 'elevhälsa psykosocial' }],
    ['soc till skolan', { avsändare: 'socialtjänst', mottagare: 'skola' }],
    ['får BUP lämna uppgifter om en elev till läraren på skolan', { avsändare: 'BUP', mottagare: 'lärare' }],
    ['får BUP berätta för läraren', { avsändare: 'BUP', mottagare: 'lärare' }],
  ])('is put in words: %s', (text, expected) => {
    expect(situationIn(text, knowledge)).toMatchObject(expected);
  });

  it.each(['', '->', 'a -> b -> c', 'hej'])('is nothing in: %s', (text) => {
    const stated = situationIn(text, knowledge);
    expect(stated.avsändare === undefined || stated.mottagare === undefined).toBe(true);
  });
});

describe('a question that says who tells whom', () => {
  it('is met with the verdict, and says how it was understood', () => {
    const given = answer('Får BUP berätta för skolkuratorn om diagnosen?', knowledge, DAY);
    expect(given).toMatchObject({
      outcome: 'verdict',
      stated: { avsändare: 'BUP', mottagare: 'elevhälsa psykosocial', uppgift: 'hälsa' },
      reasoning: { verdict: 'depends', atRest: 'barred', next: { concept: { id: 'samtycke' } } },
    });
  });

  it('is asked back with both readings when the words leave it open', () => {
    const given = answer('sekretess mellan BUP och skolkuratorn?', knowledge, DAY);
    expect(given).toMatchObject({ outcome: 'clarify' });
    const choices = given.outcome === 'clarify' ? given.choices : [];
    expect(choices.map((choice) => choice.kind === 'direction' && choice.stated)).toEqual([
      expect.objectContaining({ avsändare: 'BUP', mottagare: 'elevhälsa psykosocial' }),
      expect.objectContaining({ avsändare: 'elevhälsa psykosocial', mottagare: 'BUP' }),
    ]);
  });

  it.each([
    'kan läraren säga till pappan var flickan bor? mamman har skyddad identitet',
    'får läraren säga till pappan att flickan bor på skyddat boende',
    'får läraren berätta för grannen att en elev har adhd',
  ])('is never met with a plain yes where someone may be in danger, or nobody has weighed the harm: %s', (question) => {
    expect(answer(question, knowledge, DAY)).toMatchObject({ outcome: 'verdict', reasoning: { verdict: 'depends' } });
  });

  it('is not asked again who it is by an answer that knows less', () => {
    const given = answerSituation({ avsändare: 'socialtjänst', mottagare: 'skola' }, knowledge, DAY)!;
    expect(given.reasoning.next?.concept.id).toBe('mottagare');
    expect(compose(given).answers.map(({ label }) => label)).not.toContain(say.dontKnow);
  });

  it('says, where the rules do not reach, what the editors say of it', () => {
    const given = answerSituation({ avsändare: 'domstol', mottagare: 'skola' }, knowledge, DAY)!;
    const row = given.rulebook.ruleSet.coverage.findIndex(({ covered }) => !covered);
    expect(given.reasoning).toMatchObject({ verdict: 'outside', uncovered: [row] });
    expect(given.rulebook.uncovered[row]).toBeDefined();
    expect(compose(given).lead).toContain(given.rulebook.uncovered[row]);
    expect(compose(given).lead).not.toContain(say.outsideRules);
  });

  it('shows the words from which a fact was read', () => {
    const { lead } = compose(answer('Får BUP berätta för skolkuratorn om diagnosen?', knowledge, DAY));
    expect(lead).toContain('hälsa, diagnos eller sexualliv (»diagnosen«)');
  });

  it('never takes a missing rule for permission', () => {
    const given = answer('får domstolen berätta för skolan vad som står i domen?', knowledge, DAY);
    if (given.outcome === 'verdict') expect(given.reasoning.verdict).toBe('outside');
  });
});
