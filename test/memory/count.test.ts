// What the notes come to, and the state of the knowledge that those who look after it see.
import { describe, expect, it } from 'vitest';
import type { Gap, Note } from '../../src/memory.ts';
import { adminState, firstDayCounted } from '../../src/memory/admin-state.ts';
import { gapsByArea, mostAnswered, sharedWords, thumbs } from '../../src/memory/count.ts';
import { DAY, realKnowledge } from '../support/knowledge.ts';

const knowledge = await realKnowledge();
const gap = (more: Partial<Gap> = {}): Gap => ({ kind: 'gap', day: DAY, why: 'declined', words: [], ...more });
const answered = (entry: string, day = DAY): Note => ({ kind: 'answered', day, entry });

describe('counting', () => {
  it('names what is answered most, first', () => {
    expect(mostAnswered([answered('a/a'), answered('b/b'), gap({ entry: 'a/c' }), answered('b/b')])).toEqual([
      'b/b',
      'a/a',
    ]);
  });

  it('counts gaps by area, kind and reason, the most first', () => {
    const counted = gapsByArea([
      gap(),
      gap({ area: 'skola', why: 'thumbs down', reason: 'unclear' }),
      gap({ area: 'skola', why: 'asked back' }),
      gap({ area: 'skola', why: 'asked a human' }),
      answered('skola/x'),
    ]);
    expect(counted).toMatchObject([
      {
        area: 'skola',
        total: 3,
        declined: 0,
        askedBack: 1,
        thumbsDown: 1,
        askedHuman: 1,
        reasons: { unclear: 1, wrong: 0 },
      },
      { total: 1, declined: 1 },
    ]);
    expect(counted[1]).not.toHaveProperty('area');
  });

  it('counts the thumbs of an entry', () => {
    expect(
      thumbs([
        { kind: 'thanks', day: DAY, entry: 'a/a' },
        gap({ why: 'thumbs down', entry: 'a/a' }),
        gap({ why: 'asked a human', entry: 'a/b' }),
      ]),
    ).toEqual([{ entry: 'a/a', up: 1, down: 1 }]);
  });
});

describe('words that recur', () => {
  const words = (...all: string[][]) => sharedWords(all.map((each) => gap({ words: each })));

  it('are put together, each gap in one group', () => {
    expect(
      words(
        ['foto', 'publicera', 'skola'],
        ['foto', 'publicera', 'skola'],
        ['foto', 'polis', 'skola'],
        ['hyra', 'skola'],
        ['hyra', 'skola'],
        ['jäv'],
      ),
    ).toEqual([
      { words: ['foto', 'publicera', 'skola'], times: 2 },
      { words: ['hyra', 'skola'], times: 2 },
    ]);
    expect(words(['publicera', 'skola', 'foto'], ['skola', 'publicera', 'foto'])).toEqual([
      { words: ['foto', 'publicera', 'skola'], times: 2 },
    ]);
  });

  it('say more together than one word that many have', () => {
    expect(words(['skola'], ['skola'], ['skola'], ['skola'], ['hyra', 'soc'], ['hyra', 'soc'])).toEqual([
      { words: ['hyra', 'soc'], times: 2 },
      { words: ['skola'], times: 4 },
    ]);
  });

  it('are none where only one has them: they could be somebody’s', () => {
    expect(words(['hiv', 'rektor'], ['jäv'], [])).toEqual([]);
  });

  it('are found among ten thousand gaps', () => {
    const many = Array.from({ length: 10_000 }, (_, i) =>
      gap({ words: ['a', `b${i % 7}`, `c${i % 11}`, `d${i % 13}`, `e${i % 17}`, `f${i}`] }),
    );
    expect(sharedWords(many).map(({ words: [a, b] }) => [a, b])).toEqual(
      expect.arrayContaining(Array.from({ length: 7 }, (_, i) => ['a', `b${i}`])),
    );
  });
});

describe('the state of the knowledge', () => {
  it('says what is past its day or soon will be, the soonest first', () => {
    const [first, second, third, ...rest] = knowledge.entries;
    const entries = [
      { ...first!, reviewBy: '2026-12-22' },
      { ...second!, reviewBy: '2026-11-21' },
      { ...third!, reviewBy: '2026-12-23' },
      ...rest.map((entry) => ({ ...entry, reviewBy: '2027-05-31' })),
    ];
    expect(adminState({ ...knowledge, entries }, [], [], DAY).due).toEqual([
      { id: second!.id, question: second!.question, reviewBy: '2026-11-21', isPast: true },
      { id: first!.id, question: first!.question, reviewBy: '2026-12-22', isPast: false },
    ]);
  });

  it('says what the law changes within 90 days: a new wording, an end, a beginning', () => {
    const soon = (day: string) => adminState(knowledge, [], [], day).soon;
    expect(soon(DAY)).toEqual([]);
    expect(soon('2028-04-01')).toEqual([]);
    expect(soon('2028-04-02')).toContainEqual({
      kind: 'new wording',
      day: '2028-07-01',
      what: 'OSL 23:2',
      name: 'Sekretess i skolan',
      resting: expect.any(Number) as number,
    });
    expect(soon('2028-07-01')).toEqual([]);
    const [begins, ends, ...rest] = knowledge.entries;
    const entries = [{ ...begins!, validFrom: '2026-12-01' }, { ...ends!, validTo: '2026-12-31' }, ...rest];
    const [provision] = knowledge.provisions.filter(
      ({ validFrom, validTo }) => validFrom === undefined && validTo === undefined,
    );
    const provisions = knowledge.provisions.map((each) =>
      each === provision ? { ...each, validTo: '2026-11-30' } : each,
    );
    expect(adminState({ ...knowledge, entries, provisions }, [], [], DAY).soon).toMatchObject([
      { kind: 'begins', day: '2026-12-01', what: begins!.id },
      { kind: 'ends', day: '2026-12-01', name: provision!.heading },
      { kind: 'ends', day: '2027-01-01', what: ends!.id, resting: 0 },
    ]);
  });

  it('counts seven days and the seven before them, and needs no older notes', () => {
    const notes = ['2026-11-08', '2026-11-09', '2026-11-15', '2026-11-16', '2026-11-22'].flatMap((day) => [
      gap({ day, area: 'skola' }),
      answered('a/a', day),
    ]);
    const { week, weekBefore, areas, unreviewed } = adminState(knowledge, [], notes, DAY);
    expect([week.from, week.to, week.gaps.total, week.answered]).toEqual(['2026-11-16', '2026-11-22', 2, 2]);
    expect([weekBefore.from, weekBefore.to, weekBefore.gaps.total]).toEqual(['2026-11-09', '2026-11-15', 2]);
    expect(areas).toMatchObject([{ area: 'Skola', total: 2 }]);
    expect(firstDayCounted(DAY)).toBe('2026-11-09');
    expect(unreviewed).toBe(knowledge.entries.length);
  });
});
