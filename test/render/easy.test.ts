// An answer in easy Swedish: the easy text at once where it was asked for, and a way to it and back.
import { describe, expect, it } from 'vitest';
import { answer, answerEntry, answerSituation, inLanguage, type Answer } from '../../src/answer.ts';
import { ACTIONS } from '../../src/render/buttons.ts';
import { compose } from '../../src/render/compose.ts';
import { messageViolations } from '../../src/render/limits.ts';
import { renderSlack } from '../../src/render/slack.ts';
import { say } from '../../src/render/words.ts';
import { DAY } from '../support/knowledge.ts';
import { EASY, inTongues } from '../support/tongues.ts';

const knowledge = await inTongues();
const without = await inTongues('easySwedish');
const CLEAR = 'får man prata om mitt ärende med kollegor på soc';
const SETTING = { audience: 'private', human: false } as const;

describe('easy Swedish', () => {
  it('is given at once to one who asks for it, for the same entry as else', () => {
    const given = answer(`${CLEAR}? Förklara på lätt svenska`, knowledge, DAY);
    const ordinary = answer(CLEAR, knowledge, DAY);
    if (given.outcome !== 'answer' || ordinary.outcome !== 'answer') throw new Error(given.outcome);
    expect(given.entry).toBe(ordinary.entry);
    expect(given.language).toBe('sv');
    const { lead, body } = compose(given);
    expect(lead).toBe(`*${say.answers(given.entry.question)}*`);
    expect(body).toBe(`${EASY}\n\n*${say.easyNote}*`);
  });

  it('has its provisions and the ordinary answer behind buttons, and no row of abbreviations', () => {
    const { blocks } = renderSlack({ ...answerEntry('grunder/vad-ar-men', knowledge, DAY)!, easy: true }, SETTING);
    expect(messageViolations(blocks)).toEqual([]);
    expect(actionsIn(blocks)).toEqual(expect.arrayContaining([ACTIONS.showProvisions, ACTIONS.readMore]));
    expect(actionsIn(blocks)).not.toContain(ACTIONS.easySwedish);
    expect(JSON.stringify(blocks)).not.toContain(`**${say.provisions}:**`);
    expect(JSON.stringify(blocks)).toContain(say.notReviewed);
  });

  it('is said to be missing where it is, and the ordinary answer given', () => {
    const given = answer(`${CLEAR} på lättläst`, without, DAY);
    if (given.outcome !== 'answer') throw new Error(given.outcome);
    expect(compose(given).lead).toContain(say.notEasy);
    expect(compose(given).body).toContain(given.entry.body.split('\n')[0]);
  });

  it('explains a verdict that has such an entry', () => {
    const text = 'Får BUP berätta för skolkuratorn om diagnosen?';
    const explained = knowledge.entries.find(({ id }) => id === 'vard/bup-till-skolan')!;
    const given = answer(`${text} På lätt svenska`, knowledge, DAY);
    if (given.outcome !== 'verdict') throw new Error(given.outcome);
    expect(compose({ ...given, explained }).body).toContain(EASY);
    expect(compose({ ...given, explained, easy: false }).body).not.toContain(EASY);
  });

  it.each<[string, Answer]>([
    ['an entry', answerEntry('grunder/vad-ar-men', knowledge, DAY)!],
    ['an entry in English', inLanguage(answerEntry('grunder/vad-ar-men', knowledge, DAY)!, 'en')],
    [
      'a verdict',
      {
        ...answerSituation({ avsändare: 'BUP', mottagare: 'lärare' }, knowledge, DAY)!,
        explained: knowledge.entries[0]!,
      },
    ],
  ])('is offered under %s that has it, and only there', (_, given) => {
    expect(actionsIn(renderSlack(given, SETTING).blocks)).toContain(ACTIONS.easySwedish);
    const bare =
      given.outcome === 'verdict'
        ? { ...given, explained: without.entries[0]! }
        : inLanguage(answerEntry('grunder/vad-ar-men', without, DAY)!, given.language);
    expect(actionsIn(renderSlack(bare, SETTING).blocks)).not.toContain(ACTIONS.easySwedish);
  });
});

function actionsIn(blocks: unknown): string[] {
  return [...JSON.stringify(blocks).matchAll(/"action_id":"([^"]+)"/gu)].map(([, id]) => id ?? '');
}
