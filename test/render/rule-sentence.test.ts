// Rules of the real folder as they are read aloud, and what no rule of it happens to show.
import { beforeAll, describe, expect, it } from 'vitest';
import type { ConceptText, Rulebook } from '../../src/knowledge/rulebook.ts';
import {
  conditionWords,
  factWords,
  partyNames,
  presumptionSentence,
  ruleSentence,
} from '../../src/render/rule-sentence.ts';
import { realKnowledge } from '../support/knowledge.ts';

let book: Rulebook;

beforeAll(async () => {
  const { rulebook } = await realKnowledge();
  if (rulebook === undefined) throw new Error('The folder has no rules.');
  book = rulebook;
});

const sentenceOf = (id: string) => {
  const rule = book.ruleSet.rules.find((each) => each.id === id);
  return rule && ruleSentence(rule, book);
};

describe('a rule read aloud', () => {
  it.each([
    [
      'OSL 26:1',
      'Hindrar utlämnande när avsändaren är socialtjänsten med dess utförare och verksamheten är offentlig, om inte något av detta gäller: a) det står klart att ingen lider men; b) mottagaren är den som uppgiften rör, eleven själv eller vårdnadshavaren, och uppgiften gäller vem som har gjort en orosanmälan. Till skydd för enskild.',
    ],
    [
      'OSL 25:1',
      'Hindrar utlämnande när avsändaren är hälso- och sjukvården med skolans medicinska elevhälsa, och verksamheten är offentlig, om det inte står klart att ingen lider men. Till skydd för enskild.',
    ],
    [
      'OSL 23:2',
      'Hindrar utlämnande när avsändaren är skolpsykologen, skolkuratorn eller specialpedagogen, och verksamheten är offentlig, om det inte står klart att ingen lider men. Till skydd för enskild. Gäller till och med den 30 juni 2028.',
    ],
    [
      'OSL 10:27',
      'Bryter all sekretess, utom den i OSL 25:1, OSL 26:1 och OSL 26:3, när både avsändaren och mottagaren är myndigheter, och det är uppenbart att intresset av att lämna uppgiften går före.',
    ],
    ['OSL 12:2', 'Bryter all sekretess till skydd för enskild när samtycke finns. Får verkan genom OSL 10:1.'],
    [
      'OSL 3:1',
      'Bryter allt som annars hindrar när uppgiften gäller något som inte kan kopplas till en viss person. Läst motsatsvis.',
    ],
    [
      'OSL 10:18a (2025-04-01)',
      'Bryter OSL 26:1 när avsändaren är en myndighet, mottagaren är polisen eller Säkerhetspolisen, den som uppgiften rör är under 21 år, det finns risk för brott framåt, det finns konkreta omständigheter som visar på risken, och det inte är olämpligt att lämna uppgiften. Gäller från och med den 1 april 2025.',
    ],
    [
      'OSL 10:23 (2025-04-01)',
      'Bryter OSL 25:1, OSL 26:1 och OSL 26:3, när avsändaren är en myndighet, mottagaren är en brottsbekämpande myndighet, det finns misstanke om ett begånget brott, och något av detta gäller: a) brottets lägsta straff är minst sex månaders fängelse och brottet är fullbordat; b) brottets lägsta straff är minst ett års fängelse, och brottet är ett försök, en förberedelse eller stämpling. Gäller från och med den 1 april 2025.',
    ],
    [
      'FL 10',
      'Kräver utlämnande, men inte av det som OSL 26:2 hindrar, när avsändaren är en myndighet, mottagaren är part i ärendet och det inte är av synnerlig vikt för någons skydd att parten inte får uppgiften. Får verkan genom OSL 10:3.',
    ],
    [
      'PSL 6:12',
      'Hindrar utlämnande när avsändaren är hälso- och sjukvården med skolans medicinska elevhälsa, och verksamheten är privat, om inte något av detta gäller: a) samtycke finns; b) båda hör till samma myndighet, de inte är självständiga verksamhetsgrenar i förhållande till varandra och mottagaren behöver uppgiften i sitt arbete; c) mottagaren är den som uppgiften rör eller eleven själv; d) det av något annat skäl inte vore obehörigt att lämna uppgiften. Tystnadsplikt till skydd för enskild.',
    ],
  ])('%s', (id, sentence) => {
    expect(sentenceOf(id)).toBe(sentence);
  });

  it('is one sentence for every rule, with no name of the program’s own in it', () => {
    for (const { id } of book.ruleSet.rules) {
      const sentence = sentenceOf(id) ?? '';
      expect(sentence, id).toMatch(/^(?:Hindrar|Bryter|Kräver) .*\.$/u);
      expect(sentence, id).not.toMatch(/undefined|[;:,] ?[.,]| {2}/u);
    }
  });

  it('reads every presumption', () => {
    for (const concept of book.ruleSet.concepts) {
      for (const presumption of concept.presumptions) {
        const sentence = presumptionSentence(concept, presumption, book);
        expect(sentence).toMatch(/^Utgångspunkten är (?:alltid )?att .*\.$/u);
        expect(sentence).not.toMatch(/undefined|svaret på «/u);
      }
    }
  });
});

describe('a condition', () => {
  it('names parties by the widest name that covers them, and none twice', () => {
    const parts = ['lärare', 'rektor', 'skolpersonal'];
    expect(partyNames('avsändare', parts, book)).toEqual(['läraren', 'rektorn', 'annan skolpersonal']);
    const whole = [...(book.ruleSet.concepts[0]?.groups.get('skola')?.values ?? [])];
    expect(partyNames('avsändare', whole, book)).toEqual(['skolan']);
    expect(partyNames('avsändare', [...whole, 'polis'], book)).toEqual(['skolan', 'polisen']);
  });

  it('leaves out who runs the activity where the name says so', () => {
    const public_ = { kind: 'is', concept: 'avsändaren är', values: new Set(['myndighet']) } as const;
    const from = (value: string) => ({ kind: 'is', concept: 'avsändare', values: new Set([value]) }) as const;
    expect(conditionWords({ kind: 'every', of: [public_, from('polis')] }, book)).toBe('avsändaren är polisen');
    expect(conditionWords({ kind: 'every', of: [public_, from('förskola')] }, book)).toBe(
      'avsändaren är förskolan och verksamheten är offentlig',
    );
  });

  it('reads a negation, and a concept that it has no clause for by its question and answer', () => {
    const consent = { kind: 'is', concept: 'samtycke', values: new Set(['ja']) } as const;
    expect(conditionWords({ kind: 'not', of: consent }, book)).toBe('det inte är så att samtycke finns');
    const moon: ConceptText = {
      ...book.concepts.get('samtycke')!,
      id: 'månfas',
      question: 'Är det fullmåne?',
      values: new Map([['ja', 'Ja, full']]),
    };
    const concepts = new Map([...book.concepts, ['månfas', moon]]);
    expect(factWords('månfas', ['ja'], { ...book, concepts })).toBe('svaret på «Är det fullmåne?» är «Ja, full»');
  });
});
