// Everything that can be said of the knowledge folders: what is wrong, and what there is to look at.
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Problem } from '../knowledge/problem.ts';
import { readKnowledge } from '../knowledge/read.ts';
import { auditProblems } from './findings.ts';
import { reminders } from './reminders.ts';
import { tryCases } from './trial.ts';

export interface Checked {
  /** Present when the folders could be read without problems, whatever the rules then come to. */
  readonly knowledge?: Knowledge;
  readonly problems: readonly Problem[];
  /** Nothing wrong, but to be looked at; only where the folders could be read. */
  readonly reminders: readonly Problem[];
}

/** Reads the folders, tries the cases, audits the rules and looks for what has grown old or alike. */
export async function checkFolders(folders: readonly string[], day: string): Promise<Checked> {
  const { knowledge, problems, draft } = await readKnowledge(...folders);
  if (knowledge === undefined) return { problems, reminders: [] };
  return {
    knowledge,
    problems: [...tryCases(knowledge, day), ...auditProblems(knowledge, day)],
    reminders: reminders(draft, knowledge, day),
  };
}
