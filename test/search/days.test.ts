// One index serves all days on which the same applies: it takes seconds to make, and somebody waits for it.
import { expect, it } from 'vitest';
import { buildIndex, type Build } from '../../src/search/index.ts';
import { prepare } from '../../src/search/search.ts';
import { DAY, realKnowledge } from '../support/knowledge.ts';

it('is made anew only on a day on which something begins or ceases to apply', async () => {
  const whole = await realKnowledge();
  const [first, second] = whole.entries.filter(({ validFrom, validTo }) => validFrom === undefined && !validTo);
  if (first === undefined || second === undefined) throw new Error('the folder has too few entries');
  const knowledge = { ...whole, provisions: [], entries: [first, { ...second, validFrom: '2026-11-25' }] };
  const sizes: number[] = [];
  const build: Build = (sources, thesaurus) => {
    sizes.push(sources.length - knowledge.elsewhere.length);
    return buildIndex(sources, thesaurus);
  };
  for (const day of [DAY, '2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28'])
    prepare(knowledge, day, build);
  expect(sizes).toEqual([1, 2]);
});
