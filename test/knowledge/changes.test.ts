// What a person is told when they have saved.
import { describe, expect, it } from 'vitest';
import { changesBetween } from '../../src/knowledge/changes.ts';
import { readKnowledge } from '../../src/knowledge/read.ts';
import { SOUND } from './folder.ts';

const { readable: before } = await readKnowledge(SOUND);
const [entry, other] = before.entries;
const [provision] = before.provisions;
if (entry === undefined || other === undefined || provision === undefined) throw new Error('The sound folder is empty');

describe('what a reload brought', () => {
  it('is nothing where nothing is another', () => {
    expect(changesBetween(before, before)).toEqual([]);
  });

  it('names what is new, changed and gone', () => {
    const after = {
      ...before,
      entries: [
        { ...entry, question: 'En annan?' },
        { ...other, id: 'grunder/ny' },
      ],
      version: 'b',
    };
    expect(changesBetween(before, after)).toEqual([
      'Nya frågor (1): grunder/ny.',
      `Ändrade frågor (1): ${entry.id}.`,
      `Borttagna frågor (1): ${other.id}.`,
    ]);
  });

  it('tells how many questions rest on a wording that is new', () => {
    const after = { ...before, provisions: [{ ...provision, wording: 'SFS 2026:900' }], version: 'b' };
    expect(changesBetween(before, after)).toEqual([
      'Ändrade lagrum (1): OSL 26:1.',
      'OSL 26:1 har ny lydelse (SFS 2024:88 → SFS 2026:900): läs om 2 frågor, se «kontroll --granskning».',
    ]);
  });

  it('is said also where it is in none of them', () => {
    expect(changesBetween(before, { ...before, version: 'b' })).toEqual([
      'Ändrat i det gemensamma: regler, begrepp, fall, ord, akuta lägen eller kontakter.',
    ]);
  });
});
