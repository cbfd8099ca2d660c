// What stands under an answer in Slack, and before whom: in what order, and that it fits with every row there can be.
import type { Button, KnownBlock } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { answer, answerEntry, answerProvisions, answerSituation, type Answer } from '../../src/answer.ts';
import { writeStated } from '../../src/answer/situation.ts';
import { ACTIONS, readTarget, readThumb, targetOf, writeTarget, type Target } from '../../src/render/buttons.ts';
import { messageViolations, SLACK_LIMITS } from '../../src/render/limits.ts';
import { sayHuman, sayShare } from '../../src/render/people-words.ts';
import { renderSlack, type Audience } from '../../src/render/slack.ts';
import { say } from '../../src/render/words.ts';
import { DAY, realKnowledge } from '../support/knowledge.ts';

const knowledge = await realKnowledge();
const AUDIENCES = ['private', 'everyone', 'shared', 'direct'] as const satisfies readonly Audience[];
const QUESTION = 'får man prata om mitt ärende med kollegor på soc';
const URGENT = 'Min man slår mig. Får kollegor på soc prata om mitt ärende?';

describe('under an answer', () => {
  it('stands what belongs to the answer, then what it is worth, then what else can be done', () => {
    expect(idsIn(shown(QUESTION, 'private').blocks)).toEqual([
      ACTIONS.showProvisions,
      ACTIONS.easySwedish,
      expect.stringMatching(/^read_more:0$/u),
      ...Array<unknown>(idsIn(shown(QUESTION, 'private').blocks).length - 6).fill(
        expect.stringMatching(/^read_more:/u),
      ),
      ACTIONS.feedback,
      ACTIONS.share,
      ACTIONS.askHuman,
    ]);
  });

  it.each(AUDIENCES)('is shown to all only from where nobody else sees it: %s', (audience) => {
    expect(idsIn(shown(QUESTION, audience).blocks).includes(ACTIONS.share)).toBe(audience === 'private');
  });

  it('asks before it is shown to all, and says what of it will be seen', () => {
    const entry = buttonIn(shown(QUESTION, 'private').blocks, ACTIONS.share);
    expect(entry?.confirm?.text.text).toBe(sayShare.confirm);
    const verdict = buttonIn(shown('Får BUP berätta för skolkuratorn?', 'private').blocks, ACTIONS.share);
    expect(verdict?.confirm?.text.text).toBe(sayShare.confirmFacts);
  });

  it.each(['vad är jäv', 'hur byter jag vinterdäck', ''])(
    'offers a person, and nothing to rate or show: «%s»',
    (text) => {
      expect(idsIn(shown(text, 'private').blocks).filter((id) => !id.startsWith(ACTIONS.choose))).toEqual([
        ACTIONS.askHuman,
      ]);
    },
  );

  it('points to people in words where there is nobody to hand over to', () => {
    const given = answer('hur byter jag vinterdäck', knowledge, DAY);
    const alone = JSON.stringify(renderSlack(given, { audience: 'direct', human: false }).blocks);
    expect(alone).toContain(say.human);
    expect(alone).not.toContain(sayHuman.ask);
    expect(JSON.stringify(shown('hur byter jag vinterdäck', 'direct').blocks)).not.toContain(say.human);
  });

  it('asks nobody in danger for marks, but offers them a person', () => {
    const ids = idsIn(shown(URGENT, 'private').blocks);
    expect(ids).not.toContain(ACTIONS.feedback);
    expect(ids).toContain(ACTIONS.askHuman);
  });
});

describe('an answer that a colleague shared', () => {
  it('says so first, to readers and in the notification', () => {
    const { text, blocks } = shown(QUESTION, 'shared');
    expect(JSON.stringify(blocks[0])).toContain(sayShare.shared);
    expect(text.startsWith(sayShare.shared)).toBe(true);
  });
});

describe('Slack', () => {
  const longest = knowledge.entries.reduce((a, b) => (a.body.length > b.body.length ? a : b));
  const chains = (knowledge.rulebook?.cases ?? []).flatMap(
    ({ stated, day }) => answerSituation(stated, knowledge, day ?? DAY) ?? [],
  );
  const most = <T>(items: readonly T[], size: (item: T) => number) =>
    items.reduce((a, b) => (size(a) >= size(b) ? a : b));
  const extremes: readonly (readonly [string, Answer])[] = [
    ['the longest entry', answerEntry(longest.id, knowledge, DAY)!],
    ['the longest chain', most(chains, ({ reasoning }) => reasoning.chain.length)],
    ['the most open points', most(chains, ({ reasoning }) => reasoning.open.length)],
    [
      'forty open points',
      withOpen(
        most(chains, ({ reasoning }) => reasoning.open.length),
        40,
      ),
    ],
    ['twelve provisions', answerProvisions(longest.citations, knowledge, DAY)],
    ['one in danger', answer(URGENT, knowledge, DAY)],
    ['an entry that does not fit', withLongBody(answerEntry(longest.id, knowledge, DAY)!)],
  ];

  it.each(extremes)('takes it with every row on: %s', (_, given) => {
    for (const audience of AUDIENCES) {
      const { blocks } = renderSlack(given, { audience, human: true });
      expect(messageViolations(blocks)).toEqual([]);
      expect(idsIn(blocks).at(-1)).toBe(ACTIONS.askHuman);
    }
  });

  it('folds what does not fit, with every row still there', () => {
    const [, given] = extremes.at(-1)!;
    const ids = idsIn(renderSlack(given, { audience: 'private', human: true }).blocks);
    expect(ids).toEqual(expect.arrayContaining([ACTIONS.showWhole, ACTIONS.feedback, ACTIONS.share, ACTIONS.askHuman]));
  });
});

describe('what a button stands for', () => {
  const targets: readonly Target[] = [
    { kind: 'entry', id: 'skola/en-fraga' },
    { kind: 'provision', places: ['OSL 26:1', 'FL 10'] },
    { kind: 'situation', written: writeStated({ avsändare: 'BUP', mottagare: 'skolkurator' }) },
    { kind: 'none', area: 'skola' },
    { kind: 'none', area: '' },
  ];

  it.each(targets)('is read back as it was written: $kind', (target) => {
    expect(readTarget(writeTarget(target))).toEqual(target);
    expect(readThumb(`up ${writeTarget(target)}`)).toEqual({ thumb: 'up', target });
    expect(readThumb(`down ${writeTarget(target)}`)).toEqual({ thumb: 'down', target });
  });

  it.each(['', 'none', 'none/A B', 'none/../x', 'up', 'up ', 'upp entry/a', 'entry/a'])(
    'is nothing where we did not write it: «%s»',
    (value) => {
      expect(readThumb(value)).toBeUndefined();
      if (value !== 'entry/a') expect(readTarget(value)).toBeUndefined();
    },
  );

  it('names the area that was nearest where there was no answer', () => {
    const given = answer('vad är jäv', knowledge, DAY);
    expect(given.outcome).toBe('clarify');
    if (given.outcome !== 'clarify') return;
    expect(targetOf(given)).toEqual({ kind: 'none', area: given.entries[0]!.id.split('/')[0] });
  });

  it('fits a button also when everything is stated', () => {
    const concepts = [...(knowledge.rulebook?.concepts.values() ?? [])];
    const stated = Object.fromEntries(
      concepts.map(({ id, values }) => [id, [...values.keys()].sort((a, b) => b.length - a.length)[0] ?? '']),
    );
    const written = writeTarget({ kind: 'situation', written: writeStated(stated) });
    // With the people and the place of a question that is handed over before it.
    expect(written.length + 80).toBeLessThanOrEqual(SLACK_LIMITS.buttonValue);
  });
});

function shown(text: string, audience: Audience) {
  return renderSlack(answer(text, knowledge, DAY), { audience, human: true });
}

function idsIn(blocks: readonly KnownBlock[]): string[] {
  return blocks.flatMap((block) =>
    block.type === 'actions' || block.type === 'context_actions'
      ? block.elements.map(({ action_id }) => action_id ?? '')
      : [],
  );
}

function buttonIn(blocks: readonly KnownBlock[], id: string): Button | undefined {
  return blocks
    .flatMap((block) => (block.type === 'actions' ? block.elements : []))
    .find((element): element is Button => element.type === 'button' && element.action_id === id);
}

/** The same verdict with as many points left to assess: no real case has that many yet. */
function withOpen(given: Extract<Answer, { outcome: 'verdict' }>, many: number): Answer {
  const assessments = [...given.rulebook.concepts.values()].filter(({ assessment }) => assessment).map(({ id }) => id);
  const open = Array.from({ length: many }, (_, i) => assessments[i % assessments.length] ?? '');
  return { ...given, reasoning: { ...given.reasoning, open } };
}

function withLongBody(given: Answer): Answer {
  if (given.outcome !== 'answer') throw new Error('The longest entry is no answer');
  const body = Array.from({ length: 200 }, (_, i) => `Stycke ${i} ${'ord '.repeat(25)}`).join('\n\n');
  return { ...given, entry: { ...given.entry, body } };
}
