import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer, answerEntry, answerLookup, answerProvisions, MOST_CHARACTERS, type Answer } from '../src/answer.ts';
import { sectionKey } from '../src/law/citation.ts';
import { parseCitation } from '../src/law/parse.ts';
import { renderText } from '../src/render/text.ts';
import { DAY, realKnowledge } from './support/knowledge.ts';

const knowledge = await realKnowledge();
const ask = (text: string, day = DAY) => answer(text, knowledge, day);
const provisions = (given: Answer) =>
  given.outcome === 'lagrum' ? given.provisions.map(({ citation }) => sectionKey(citation)) : undefined;

describe('a question that is a citation', () => {
  it.each([
    ['OSL 26:1', ['OSL 26:1']],
    ['vad säger 10 kap 27 § OSL?', ['OSL 10:27']],
    ['Vad står det i 26 kap. 1 § offentlighets- och sekretesslagen (2009:400)?', ['OSL 26:1']],
    ['förklara OSL 8:1 och 8:2', ['OSL 8:1', 'OSL 8:2']],
    ['26:1', ['OSL 26:1']],
  ])('%s', (text, expected) => {
    expect(provisions(ask(text))).toEqual(expected);
  });

  it('gets what replaced a repealed provision beside it', () => {
    expect(provisions(ask('14 kap. 1 § SoL (2001:453)'))).toEqual([
      'SoL2001 14:1',
      'SoL 19:1',
      'SoL 19:2',
      'SoL 20:6',
      'SoL 19:3',
    ]);
  });

  it('is told when the number meant something else in the act before', () => {
    const given = ask('SoL 14:1');
    const former = given.outcome === 'lagrum' ? given.provisions[0]?.formerly : undefined;
    expect(former?.current.map(sectionKey)).toContain('SoL 19:1');
  });

  it('is declined when there is no such provision', () => {
    expect(ask('OSL 99:1')).toMatchObject({ outcome: 'decline', reason: { why: 'no-such-provision' } });
  });

  it('reads the wording of the day asked for', () => {
    const wording = (day: string) => {
      const given = ask('OSL 23:2', day);
      return given.outcome === 'lagrum' ? given.provisions[0]?.provision?.wording : undefined;
    };
    expect(wording('2028-07-01')).toBe('SFS 2025:737');
    expect(wording('2028-06-30')).not.toBe('SFS 2025:737');
    expect(wording('2028-06-30')).toBeDefined();
  });
});

describe('a question that asks for more than the text of a provision', () => {
  it('is searched for, with the citation as evidence', () => {
    expect(ask('vem får läsa en akt på soc enligt SoLPuL 10?')).toMatchObject({
      entries: [{ id: 'socialtjanst/inre-sekretess' }, {}, {}, {}, {}],
    });
  });
});

describe('what is no question', () => {
  it.each(['', '   ', '\n\t', '🙂🙂', '???', 'å', '\u0000\u0007'])('%j is asked back kindly', (text) => {
    expect(ask(text)).toMatchObject({ outcome: 'decline', reason: { why: 'empty' } });
  });

  it('has a length beyond which it is not read', () => {
    expect(ask('å'.repeat(20_000))).toMatchObject({
      outcome: 'decline',
      reason: { why: 'too-long', length: 20_000, most: MOST_CHARACTERS },
    });
  });

  it('declines what the folder does not cover', () => {
    expect(ask('hur byter jag vinterdäck')).toMatchObject({ outcome: 'decline', reason: { why: 'outside' } });
  });

  it('says where to turn with what is known to lie outside', () => {
    const banks = { subject: 'Banksekretess', says: 'Fråga banken.', wordings: ['får banken berätta om mina pengar'] };
    const given = answer('Får banken berätta om mina pengar?', { ...knowledge, elsewhere: [banks] }, DAY);
    expect(given).toMatchObject({ outcome: 'decline', reason: { why: 'outside', elsewhere: banks } });
    expect(renderText(given, { color: false, width: 80 })).toContain('Fråga banken.');
  });
});

describe('personal data', () => {
  it('is masked before anything else, and its place told', () => {
    const text = 'Min dotter 19811218-9876 har en handläggare på soc, får kollegor prata om ärendet?';
    const given = ask(text);
    expect(given.question).toContain('[personnummer]');
    expect(JSON.stringify(given)).not.toContain('9876');
    expect(given.personalData).toEqual([{ kind: 'personnummer', start: 11, end: 24 }]);
  });
});

describe('two answers that lie close', () => {
  it('are both offered', () => {
    const given = ask('vad är jäv');
    expect(given.outcome).toBe('clarify');
    expect(given.outcome === 'clarify' && given.choices.length).toBeGreaterThan(1);
  });
});

describe('asking by name', () => {
  it('gets the entry, or nothing when it is gone', () => {
    expect(answerEntry('grunder/vad-ar-men', knowledge, DAY)).toMatchObject({ outcome: 'answer', confidence: 1 });
    expect(answerEntry('grunder/finns-inte', knowledge, DAY)).toBeUndefined();
  });

  it('gets provisions, and says which are left out', () => {
    const cited = ['OSL 26:1', 'OSL 99:9'].map((text) => parseCitation(text)!);
    const given = answerProvisions(cited, knowledge, DAY);
    expect(provisions(given)).toEqual(['OSL 26:1']);
    expect(given.outcome === 'lagrum' && given.left.map(sectionKey)).toEqual(['OSL 99:9']);
  });
});

describe('/lagrum', () => {
  const look = (text: string) => answerLookup(text, knowledge, DAY);
  it('finds a provision by its name, also misspelt', () => {
    expect(provisions(look('generalklausulen'))).toEqual(['OSL 10:27']);
    expect(provisions(look('genralklausuln'))).toEqual(['OSL 10:27']);
  });

  it('offers several when several are like the words, and none when none is', () => {
    expect(look('sekretess').outcome).toBe('clarify');
    expect(look('xyzzy')).toMatchObject({ outcome: 'decline', reason: { why: 'no-provision-like-it' } });
  });
});

it('is the same every time, and never throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.lorem({ maxCount: 40 })), (text) => {
      expect(ask(text)).toEqual(ask(text));
      expect(['answer', 'lagrum', 'clarify', 'decline']).toContain(answerLookup(text, knowledge, DAY).outcome);
    }),
    { numRuns: 300 },
  );
});
