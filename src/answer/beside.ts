// What a question says beside its words, as the search takes it.
import type { Knowledge } from '../knowledge/knowledge.ts';
import { findCitations } from '../law/parse.ts';
import { understand, type UnderstoodFact } from '../question/understand.ts';
import type { Beside } from '../search/search.ts';
import { statedIn } from './situation.ts';

/** The question is as the guard left it. */
export function besideIn(
  question: string,
  { vocabulary }: Knowledge,
): Required<Beside> & { readonly facts: readonly UnderstoodFact[] } {
  const { facts } = vocabulary === undefined ? { facts: [] } : understand(question, vocabulary);
  const cited = findCitations(question).map(({ citation }) => citation);
  return { cited, facts, stated: statedIn({ facts, directions: [] }) };
}
