// The knowledge that comes with the program: what must be true of it whatever is added.
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ACTS } from '../../src/law/acts.ts';
import { formatShort, sectionKey } from '../../src/law/citation.ts';
import { nextWording, provisionOn, sectionExists } from '../../src/knowledge/knowledge.ts';
import { printProblems } from '../../src/knowledge/problem.ts';
import { readKnowledge } from '../../src/knowledge/read.ts';
import { REAL } from './folder.ts';

const { knowledge, problems } = await readKnowledge(REAL);
if (knowledge === undefined) throw new Error(printProblems(problems));
const { entries, provisions, acts, words } = knowledge;

const dated = [
  ...entries.map((entry) => ({ ...entry, name: entry.id })),
  ...provisions.map((provision) => ({ ...provision, name: formatShort(provision.citation) })),
];
/** Nothing can have been checked on a day that is still to come, even where a machine's clock is behind. */
const TODAY = [new Date().toISOString().slice(0, 10), '2026-11-22'].sort().at(-1) ?? '';

describe('the folder', () => {
  it('is read whole', () => {
    const files = (folder: string) =>
      readdirSync(`${REAL}/${folder}`, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(entries).toHaveLength(files('fragor').length);
    expect(provisions).toHaveLength(files('lagrum').length);
    expect(words.equivalents.length).toBeGreaterThan(0);
    expect(entries.length).toBeGreaterThanOrEqual(14);
  });

  it('knows the sections of every act in force that it cites', () => {
    const cited = new Set(
      [...entries.flatMap(({ citations }) => citations), ...provisions.map((p) => p.citation)].map((c) => c.act),
    );
    const repealed = ACTS.filter((act) => act.repealed !== undefined).map(({ id }) => id);
    expect([...cited].filter((act) => !acts.some((known) => known.act === act))).toEqual([]);
    expect([...cited].filter((act) => repealed.includes(act))).toEqual([]);
  });

  it.each([
    ['OSL', '10', '18b', true],
    ['OSL', '10', '18d', false],
    ['OSL', '26', '9', true],
    ['OSL', '27', '11', false],
    ['SoL', '19', '1', true],
    ['FL', undefined, '49', true],
    ['FL', undefined, '50', false],
    ['LVU', undefined, '15q', true],
  ] as const)('%s %s:%s exists: %s', (act, chapter, section, expected) => {
    const citation = chapter === undefined ? { act, section } : { act, chapter, section };
    expect(sectionExists(knowledge, citation)).toBe(expected);
  });
});

describe('each entry', () => {
  it('cites only what has a summary, on the day it was checked', () => {
    const without = entries.flatMap(({ citations, checked }) =>
      citations.filter((citation) => provisionOn(knowledge, citation, checked) === undefined).map(sectionKey),
    );
    expect(without).toEqual([]);
  });

  it('names each place in the law once', () => {
    const twice = entries.flatMap(({ id, citations }) => {
      const keys = citations.map(formatShort);
      return keys.filter((key, i) => keys.indexOf(key) !== i).map((key) => `${id}: ${key}`);
    });
    expect(twice).toEqual([]);
  });

  it('asks one question, and says how else people ask it', () => {
    expect(entries.filter(({ question }) => !question.endsWith('?')).map(({ question }) => question)).toEqual([]);
    expect(entries.filter(({ wordings }) => wordings.length < 3).map(({ id }) => id)).toEqual([]);
  });

  it('has a day by which it is to be looked at again, after that on which it was checked', () => {
    expect(
      entries.filter(({ reviewBy, checked }) => reviewBy === undefined || reviewBy <= checked).map(({ id }) => id),
    ).toEqual([]);
  });

  it('says what its source was used for, and when it was published', () => {
    for (const { source, checked } of entries) {
      if (source === undefined) continue;
      expect(source.published < checked).toBe(true);
      expect(source.use).toMatch(/\.$/u);
    }
  });
});

describe('each entry and provision', () => {
  it('pretends no review', () => {
    expect(dated.filter(({ review }) => review !== null).map(({ name }) => name)).toEqual([]);
  });

  it('was checked on a day that has been', () => {
    expect(dated.filter(({ checked }) => checked > TODAY || checked < '2026-01-01').map(({ name }) => name)).toEqual(
      [],
    );
  });

  it('has no line that ends in the middle of a word or sentence', () => {
    const texts = [
      ...entries.map(({ body }) => body),
      ...entries.map((e) => e.shortAnswer),
      ...provisions.map(({ summary }) => summary),
    ];
    expect(texts.filter((text) => !/(?:[.!?](?:«|\*\*)?|[»)])$/u.test(text.trim()))).toEqual([]);
  });
});

describe('each provision', () => {
  it('has no day between a wording and the one that follows it', () => {
    const followed = provisions.flatMap(({ citation, validTo }) => {
      const next = validTo === undefined ? undefined : nextWording(knowledge, citation, validTo);
      return next === undefined ? [] : [{ place: sectionKey(citation), ends: validTo, begins: next.validFrom }];
    });
    expect(followed.length).toBeGreaterThan(0);
    expect(followed.filter(({ ends, begins }) => begins !== dayAfter(ends ?? ''))).toEqual([]);
  });

  it('has a wording that was decided before it is to apply', () => {
    for (const { wording, validFrom, citation } of provisions) {
      const year = Number(/^SFS (\d{4}):/u.exec(wording)?.[1]);
      expect(year, sectionKey(citation)).toBeLessThanOrEqual(Number((validFrom ?? TODAY).slice(0, 4)));
    }
  });

  it('changes with the new wording of OSL 23:2', () => {
    const osl232 = { act: 'OSL', chapter: '23', section: '2' } as const;
    expect(provisionOn(knowledge, osl232, '2028-06-30')?.wording).toBe('SFS 2023:353');
    expect(provisionOn(knowledge, osl232, '2028-07-01')?.wording).toBe('SFS 2025:737');
    expect(nextWording(knowledge, osl232, '2028-06-30')?.validFrom).toBe('2028-07-01');
    expect(nextWording(knowledge, osl232, '2028-07-01')).toBeUndefined();
  });
});

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
