// What the knowledge holds, for one who looks around in it.
import { describe, expect, it } from 'vitest';
import { areasOf, holdingsOf, lawChanges, suggestedEntries } from '../src/answer/overview.ts';
import { sectionKey } from '../src/law/citation.ts';
import { DAY, realKnowledge } from './support/knowledge.ts';

const knowledge = await realKnowledge();
const [entry] = knowledge.entries;
const [provision] = knowledge.provisions;
if (entry === undefined || provision === undefined) throw new Error('the folder is empty');

describe('the subjects', () => {
  it('have every answer that applies, once, under the names that editors gave them', () => {
    const areas = areasOf(knowledge, DAY);
    expect(areas.flatMap(({ entries }) => entries)).toHaveLength(knowledge.entries.length);
    expect(areas.map(({ name }) => name)).toEqual(Object.values(knowledge.start.areas));
    expect(areas[0]).toMatchObject({ id: 'skola', name: 'Skola' });
  });

  it("leave out what does not apply, and put a municipality's own last, under its name", () => {
    const own = { ...entry, id: 'hos-oss/vem', origin: 'Exempelköpings kommun' };
    const past = { ...entry, id: 'skola/gammal', validTo: '2026-01-01' };
    const areas = areasOf({ ...knowledge, entries: [own, past, entry] }, DAY);
    expect(areas.map(({ name }) => name)).toEqual([knowledge.start.areas[entry.id.split('/')[0] ?? ''], own.origin]);
  });
});

describe('what is suggested', () => {
  const { common } = knowledge.start;
  const suggested = (answered: readonly string[], most = 4) =>
    suggestedEntries(knowledge, DAY, answered, most).map(({ id }) => id);

  it('is what editors chose, where nothing has been answered', () => {
    expect(suggested([])).toEqual(common.slice(0, 4));
  });

  it('is what was answered most, filled up, without what is gone', () => {
    expect(suggested(['skola/finns-inte', entry.id, common[1]!])).toEqual([entry.id, common[1], common[0], common[2]]);
  });

  it('is nothing that does not apply', () => {
    const entries = knowledge.entries.map((each) => ({ ...each, validFrom: '2030-01-01' }));
    expect(suggestedEntries({ ...knowledge, entries }, DAY, [entry.id], 4)).toEqual([]);
  });
});

describe('what the law has changed', () => {
  const from = (validFrom: string) => ({ ...provision, validFrom });

  it('is to come, the soonest first, or came within a year, the latest first', () => {
    const provisions = ['2026-11-22', '2028-01-01', '2025-11-22', '2026-11-23', '2026-01-15', '2025-11-23'].map(from);
    const { coming, recent } = lawChanges({ ...knowledge, provisions, entries: [] }, DAY);
    expect(coming.map((change) => change.from)).toEqual(['2026-11-23', '2028-01-01']);
    expect(recent.map((change) => change.from)).toEqual(['2026-11-22', '2026-01-15', '2025-11-23']);
  });

  it('is told by day, answers with provisions', () => {
    const { coming } = lawChanges(
      { ...knowledge, provisions: [from('2027-01-01')], entries: [{ ...entry, validFrom: '2027-01-01' }] },
      DAY,
    );
    expect(coming).toHaveLength(1);
    expect(coming[0]?.entries.map(({ id }) => id)).toEqual([entry.id]);
  });

  it('is known of the real law', () => {
    const { coming } = lawChanges(knowledge, DAY);
    const places = coming.flatMap(({ provisions }) => provisions.map(({ citation }) => sectionKey(citation)));
    expect(places).toContain('OSL 23:2');
  });
});

it('counts what applies, what a lawyer has reviewed, and the last check', () => {
  const review = { date: DAY, by: 'Kim, jurist' };
  const entries = [
    { ...entry, review, checked: '2026-05-01' },
    { ...entry, checked: '2026-04-01' },
  ];
  const counted = holdingsOf({ ...knowledge, entries, provisions: [] }, DAY);
  expect(counted).toEqual({
    version: knowledge.version,
    entries: 2,
    provisions: 0,
    reviewed: 1,
    checked: '2026-05-01',
  });
});
