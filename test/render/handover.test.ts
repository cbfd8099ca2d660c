// What travels in the buttons under a question that is handed over, and what its messages and forms hold.
import { describe, expect, it } from 'vitest';
import { answer, answerEntry, answerProvisions, answerSituation, type Answer } from '../../src/answer.ts';
import { parseCitation } from '../../src/law/parse.ts';
import { askForm, replyForm, writeBackForm } from '../../src/render/handover-forms.ts';
import {
  handoverIn,
  questionAgain,
  questionMessage,
  readHandover,
  replyMessage,
  writeHandover,
  type Handover,
} from '../../src/render/handover.ts';
import { messageViolations, modalViolations } from '../../src/render/limits.ts';
import { sayHuman } from '../../src/render/people-words.ts';
import { DAY, realKnowledge } from '../support/knowledge.ts';

const knowledge = await realKnowledge();
const ENTRY = 'socialtjanst/sprida-inom-socialtjansten';
const asked: Handover = { asker: 'U0ASKER', target: { kind: 'entry', id: ENTRY } };
const full: Handover = { ...asked, holder: 'U0HOLDER', at: { channel: 'C0JURIST', ts: '1700000000.000100' } };

describe('a question that is handed over', () => {
  it.each([asked, full, { ...full, target: { kind: 'none', area: '' } } as const])(
    'is read from its button as it was written',
    (handover) => {
      expect(readHandover(writeHandover(handover))).toEqual(handover);
    },
  );

  it.each([
    undefined,
    '',
    'entry/a',
    'h1',
    'h2 U0ASKER - - entry/a',
    'h1 C0ASKER - - entry/a',
    'h1 U0ASKER - D0:1.2 entry/a',
    'h1 U0ASKER - C0:x entry/a',
    'h1 U0ASKER - - somewhere/a',
    'h1 U0ASKER <!channel> - entry/a',
  ])('is nothing where we did not write it: %s', (value) => {
    expect(readHandover(value)).toBeUndefined();
  });

  it('keeps its words through being taken and given back', () => {
    const given = answerEntry(ENTRY, knowledge, DAY)!;
    const fresh = questionMessage(asked, 'Hur gör jag nu?', given);
    const taken = questionAgain(fresh.blocks, { ...asked, holder: 'U0HOLDER' }, '22 november 2026 kl. 14:05');
    expect(handoverIn(taken.blocks)).toEqual({ ...asked, holder: 'U0HOLDER' });
    expect(JSON.stringify(taken.blocks)).toMatch(/Hur gör jag nu\?[\s\S]*<@U0HOLDER> har tagit frågan/u);
    expect(questionAgain(taken.blocks, asked, '').blocks).toEqual(fresh.blocks);
    for (const { blocks } of [fresh, taken]) expect(messageViolations(blocks)).toEqual([]);
  });

  it('acts on nothing that the asker wrote', () => {
    const { blocks } = questionMessage(asked, '<!channel> *se* <https://x.se|här>', undefined);
    expect(blocks).toContainEqual({
      type: 'section',
      text: { type: 'plain_text', text: '<!channel> *se* <https://x.se|här>' },
    });
  });

  it('says what did not suffice: the title and the short answer, without links, or that there was none', () => {
    const given = answerEntry(ENTRY, knowledge, DAY)!;
    const blocks = shown(given);
    expect(blocks).toContain(sayHuman.insufficient(given.question));
    expect(blocks).toContain('Ditt ärende ska bara nå de kollegor som behöver det i arbetet.');
    expect(blocks).not.toMatch(/https?:|\]\(|\*\*/u);
    expect(shown(undefined)).toContain(sayHuman.noAnswer);
    const verdict = answerSituation({ avsändare: 'BUP', mottagare: 'elevhälsa psykosocial' }, knowledge, DAY);
    expect(shown(verdict)).toMatch(/«BUP → skolkuratorn»\\nBeror på\./u);
    expect(shown(answerProvisions([parseCitation('OSL 26:1')!], knowledge, DAY))).toContain('«OSL 26:1»"');
  });

  it('is told to Slack within its limits, in every message and form', () => {
    const longest = knowledge.entries.reduce((a, b) => (a.shortAnswer.length > b.shortAnswer.length ? a : b));
    const given = answerEntry(longest.id, knowledge, DAY)!;
    const words = '811218-9876 '.repeat(125);
    expect(messageViolations(questionMessage(full, words, given).blocks)).toEqual([]);
    expect(messageViolations(replyMessage(full, 'U0HOLDER', words, 'ord '.repeat(200)).blocks)).toEqual([]);
    const verdict = answer('Får BUP berätta för skolkuratorn om diagnosen?', knowledge, DAY);
    for (const form of [askForm(full.target, verdict), replyForm(full), writeBackForm(full)])
      expect(modalViolations(form)).toEqual([]);
  });
});

function shown(insufficient: Answer | undefined): string {
  return JSON.stringify(questionMessage(asked, 'Hur?', insufficient).blocks);
}
