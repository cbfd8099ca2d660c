// The real folder, with an English and an easy text in every entry, whatever the writers have come to.
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import type { Entry } from '../../src/knowledge/schema.ts';
import { realKnowledge } from './knowledge.ts';

export const ENGLISH = 'Secrecy does not prevent this for the test (OSL 10:1). More follows.';
export const EASY = 'Sekretess betyder att de inte får berätta.\n\nFråga kuratorn om du undrar.';

/** Or without one of them. */
export async function inTongues(without?: 'shortAnswerEn' | 'easySwedish'): Promise<Knowledge> {
  const knowledge = await realKnowledge();
  const entries = knowledge.entries.map((entry): Entry => {
    const full: { -readonly [Key in keyof Entry]: Entry[Key] } = {
      ...entry,
      shortAnswerEn: ENGLISH,
      easySwedish: EASY,
    };
    if (without === 'shortAnswerEn') delete full.shortAnswerEn;
    if (without === 'easySwedish') delete full.easySwedish;
    return full;
  });
  return { ...knowledge, entries };
}
