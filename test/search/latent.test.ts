// The latent space: what is asked by words that others use for the same comes near.
import { describe, expect, it } from 'vitest';
import { buildLatent, latentLikeness, latentVector, type Learned } from '../../src/search/latent.ts';
import { listsOf } from '../../src/search/lists.ts';

/** Words are their own features here. */
function learned(documents: readonly (readonly number[])[], words: number): Learned {
  const { starts, items } = listsOf(documents);
  return {
    words: { starts, items, weights: new Float32Array(items.length).fill(1) },
    wordings: documents.map(() => 1),
    featuresOf: listsOf(Array.from({ length: words }, (_, word) => [word])),
    features: words,
  };
}

// Bil and fordon never stand together, but both stand with väg; fågel and bo are about something else.
const [BIL, VÄG, FORDON, FÅGEL, BO, ÄGG] = [0, 1, 2, 3, 4, 5] as const;
const DOCUMENTS = [
  ...[[BIL], [BIL, VÄG], [VÄG, FORDON], [FORDON]],
  ...[[FÅGEL], [FÅGEL, BO], [BO, ÄGG], [ÄGG], [FÅGEL, ÄGG]],
];

describe('the latent space', () => {
  const latent = buildLatent(learned(DOCUMENTS, 6), 2);

  it('brings together two that share no word, but each share one with a third', () => {
    const bil = latentVector(latent, [BIL]);
    expect(latentLikeness(latent, bil, 3)).toBeGreaterThan(0.9);
    expect(latentLikeness(latent, bil, 4)).toBeLessThan(0.3);
  });

  it('has a vector of length 1 for what it knows, and none for what it does not', () => {
    expect(latentLikeness(latent, latentVector(latent, [FÅGEL]), 4)).toBeCloseTo(1, 5);
    expect([...latentVector(latent, [])]).toEqual([0, 0]);
    expect([...latentVector(latent, [99])]).toEqual([0, 0]);
  });

  it('gives the same numbers for the same documents', () => {
    expect(buildLatent(learned(DOCUMENTS, 6), 2)).toEqual(latent);
  });

  it('does not learn from what one document alone has', () => {
    const { places } = buildLatent(learned([[0, 1], [1, 2], [3], [4], [4]], 5), 2);
    expect([...places].map((place) => place >= 0)).toEqual([false, true, false, false, true]);
  });

  it('bears to be given nothing', () => {
    expect(buildLatent(learned([], 0)).vectors).toHaveLength(0);
  });
});
