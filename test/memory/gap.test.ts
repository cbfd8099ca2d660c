// What is remembered of a question: enough for an editor, nothing that points to a person.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer, answerEntry, answerLookup } from '../../src/answer.ts';
import { gapOf, masked, noteOf, tellingWords } from '../../src/memory/gap.ts';
import { folderWords } from '../../src/memory/vocabulary.ts';
import { DAY, realKnowledge } from '../support/knowledge.ts';

const knowledge = await realKnowledge();
const gap = (text: string) => gapOf(answer(text, knowledge, DAY), knowledge, DAY);

describe('what is a gap', () => {
  it.each([
    ['hur lagar man pannkakor', 'declined'],
    ['OSL 99:1', 'declined'],
    ['vad är jäv', 'asked back'],
  ])('%s: %s', (text, why) => {
    expect(gap(text)).toMatchObject({ kind: 'gap', day: DAY, why });
  });

  it('is a provision that nobody has heard of, but not a name that many have', () => {
    const lookup = (text: string) => gapOf(answerLookup(text, knowledge, DAY), knowledge, DAY)?.why;
    expect(lookup('tomtebloss')).toBe('declined');
    expect(answerLookup('sekretess', knowledge, DAY).outcome).toBe('clarify');
    expect(lookup('sekretess')).toBeUndefined();
  });

  it.each([
    'hej',
    '',
    'tack så mycket',
    'x'.repeat(7_000),
    'OSL 26:1',
    'får man prata om mitt ärende med kollegor på soc',
  ])('none: %.40s', (text) => {
    expect(gap(text)).toBeUndefined();
  });

  it('counts an urgent answer by the answer to the question below', () => {
    const given = answer('pappan står här och hotar med kniv, hur lagar man pannkakor', knowledge, DAY);
    expect(given.outcome).toBe('urgent');
    expect(gapOf(given, knowledge, DAY)?.why).toBe(
      given.outcome === 'urgent' && given.then.outcome === 'decline' ? 'declined' : 'asked back',
    );
  });

  it('says the area of what is near, and none where nothing is', () => {
    expect(gap('vad är jäv')?.area).toBe('kommunen');
    expect(gap('hur lagar man pannkakor')).not.toHaveProperty('area');
  });

  it('remembers an entry that was the answer, also the one that explains a verdict', () => {
    const note = (text: string) => noteOf(answer(text, knowledge, DAY), knowledge, DAY);
    expect(note('får man prata om mitt ärende med kollegor på soc')).toEqual({
      kind: 'answered',
      day: DAY,
      entry: 'socialtjanst/sprida-inom-socialtjansten',
    });
    expect(noteOf(answerEntry('grunder/vad-ar-men', knowledge, DAY)!, knowledge, DAY)).toMatchObject({
      entry: 'grunder/vad-ar-men',
    });
  });
});

const NAMES =
  `Lisa Ahmed Örjan Björn Sten Bo Per Maj Tom Sarah Klara Liv Hans Fatima Anna-Karin Kalle Nicka Åsa Zlatan Sol Ali Wilma
  lisa ahmed bo per maj tom sarah kalle nicka svensson Svensson Björkman Lindqvist al-Hassan`.split(/\s+/u);
const PLACES =
  `Örnsköldsvik Umeå Göteborg Malmö Skåne Rinkeby Tibro Skara-Torp Solgläntan umeå göteborg rinkeby spanien Spanien`.split(
    /\s+/u,
  );
const ILL = ['hepatit', 'bipolär', 'schizofreni', 'Huntingtons', 'porfyri', 'gay', 'cannabis'];
const NUMBERS = [
  '19811218-9876',
  '811218-9876',
  '070-174 06 05',
  'lisa@example.se',
  '14 år',
  'femtonåring',
  '12 mars',
  '8B',
  'i maj',
];
const FRAMES = [
  (a: string, b: string, c: string) => `Får ${a} i ${b} berätta för skolan om ${c}?`,
  (a: string, b: string, c: string) => `${a} har ${c} och bor i ${b}, får kuratorn ringa mamman`,
  (a: string, b: string, c: string) =>
    `min kollega ${a} frågar om en elev från ${b} med ${c} kan publicera foton på instagram`,
  (a: string, b: string, c: string) => `${b}: kan ${a} läsa journalen om ${c}`,
  (a: string, b: string, c: string) => `${a} ${b} ${c}`.toUpperCase(),
];
const asked = fc
  .tuple(
    fc.constantFrom(...FRAMES),
    fc.constantFrom(...NAMES),
    fc.constantFrom(...PLACES),
    fc.oneof(fc.constantFrom(...ILL), fc.constantFrom(...NUMBERS)),
  )
  .map(([frame, name, place, thing]) => ({ text: frame(name, place, thing), secrets: [name, place, thing] }));

const lettersOf = (text: string) => text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
/** Of what must not come through, the words that are not the small ones of "i maj" and "14 år". */
const telling = (secrets: readonly string[]) =>
  secrets.flatMap(lettersOf).filter((word) => !['i', 'år', 'e', 'al', 'se'].includes(word));

describe('the words of a gap', () => {
  it('hold no name, place, rare illness, age or number in 200 questions', () => {
    fc.assert(
      fc.property(asked, ({ text, secrets }) => {
        const words = gapOf(
          { ...answer('hur lagar man pannkakor', knowledge, DAY), question: answer(text, knowledge, DAY).question },
          knowledge,
          DAY,
        )!.words;
        expect(words.filter((word) => telling(secrets).includes(word))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('are the folder’s own, at most six, in the order of the alphabet', () => {
    const folder = folderWords(knowledge);
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          asked.map(({ text }) => text),
        ),
        (text) => {
          const words = tellingWords(text, knowledge);
          expect(words.length).toBeLessThanOrEqual(6);
          expect(words).toEqual([...words].sort((a, b) => a.localeCompare(b, 'sv')));
          for (const word of words) expect(folder.textsWith(word)).toBeGreaterThanOrEqual(5);
        },
      ),
    );
  });

  it('say what was asked about', () => {
    expect(tellingWords('Får skolan publicera foton på elever på instagram?', knowledge)).toEqual(
      expect.arrayContaining(['elev', 'foton', 'instagram', 'publicera']),
    );
  });

  it('take one who writes in capitals for no name, and the organisations for what they are', () => {
    expect(tellingWords('FÅR SKOLAN SÄGA DET TILL LÄRAREN AHMED', knowledge)).toEqual(['lärare', 'skolan', 'säger']);
    expect(tellingWords('får vi fråga Försäkringskassan, BUP och Stark', knowledge)).toEqual(
      expect.arrayContaining(['bup', 'försäkringskassan']),
    );
    expect(tellingWords('får vi fråga Försäkringskassan, BUP och Stark', knowledge)).not.toContain('stark');
  });

  it('let no common first name of the folder pass', () => {
    const { has, called } = folderWords(knowledge);
    for (const name of NAMES.flatMap(lettersOf)) expect([name, called(name)]).not.toEqual([name, name]);
    for (const name of ['Lisa', 'kalle', 'Per', 'bo', 'Sarah', 'Sten', 'umeå', 'hepatit', 'Klara'])
      expect([name, has(name)]).toEqual([name, false]);
  });
});

describe('a line to the editors', () => {
  it('keeps what the folder speaks of and the provisions, and nothing else', () => {
    expect(
      masked(
        'Svaret säger inget om vad som gäller när Lisa Björkmans mamma ringer den 12 mars, 070-174 06 05.',
        knowledge,
      ),
    ).toBe('Svaret säger inget om vad som gäller när … mamma ringer den ….');
    expect(masked('Ni hänvisar till 26 kap. 1 § OSL men det är SoL 19:1 som gäller. Det är fel!', knowledge)).toBe(
      'Ni hänvisar till OSL 26:1 men det är SoL 19:1 som gäller. Det är fel!',
    );
  });

  it('is empty where nothing is left, and never longer than 200 characters', () => {
    expect(masked('Wilma Björkman, 811218-9876', knowledge)).toBe('');
    expect(masked('Svaret är för långt och svårt att läsa. '.repeat(20), knowledge)).toMatch(
      /^Svaret är .{150,189}…$/u,
    );
  });

  it('holds no name, place, rare illness, age or number in 200 lines', () => {
    fc.assert(
      fc.property(asked, ({ text, secrets }) => {
        const shown = masked(text, knowledge);
        expect(lettersOf(shown).filter((word) => telling(secrets).includes(word))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('shows no word that the folder has not, whatever is written', () => {
    const { has } = folderWords(knowledge);
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' })), (line) => {
        const shown = masked(line, knowledge);
        expect(shown.length).toBeLessThanOrEqual(200);
        for (const word of shown.match(/\p{L}+/gu) ?? [])
          expect([word, has(word) || has(word.toLowerCase())]).toEqual([word, true]);
      }),
    );
  });
});
