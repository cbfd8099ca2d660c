// What to suggest to one who does not know what to ask: what people ask most, and then what the editors chose.
import { daysAfter } from '../knowledge/days.ts';
import { suggestedEntries } from '../answer/overview.ts';
import type { Entry } from '../knowledge/schema.ts';
import { mostAnswered } from '../memory/count.ts';
import type { Desk } from './desk.ts';

type Suggesting = Pick<Desk, 'knowledge' | 'memory' | 'today'>;

/** As many entries as can be had, at most `most`. */
export function suggestions({ knowledge, memory, today }: Suggesting, most: number): readonly Entry[] {
  const day = today();
  return suggestedEntries(knowledge(), day, mostAnswered(memory.notes(daysAfter(day, -DAYS))), most);
}

/** Under the help. */
export const EXAMPLES = 3;

/** What was asked for in spring is of little help in autumn. */
const DAYS = 90;
