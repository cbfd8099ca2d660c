// The knowledge folder as it was in a revision of git: laid out in a temporary folder, read, and taken away again.
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { printProblems } from '../knowledge/problem.ts';
import { readKnowledge } from '../knowledge/read.ts';
import { runGit } from './git.ts';

export type Revision =
  | { readonly knowledge: Knowledge; readonly id: string }
  /** Why it could not be read, and what to do, in Swedish. */
  | { readonly fault: string };

/**
 * Reads the folder as it was in a revision: a commit, a branch or a tag, with the local folders above it as they are. The
 * checkout itself is not touched.
 */
export async function readRevision(folder: string, revision: string, ...above: readonly string[]): Promise<Revision> {
  const git = (args: readonly string[]) => runGit(folder, args);
  if ((await git(['--version'])) === undefined)
    return {
      fault: 'Programmet git gick inte att köra i mappen. Kontrollera att git är installerat och att mappen finns.',
    };
  const below = await git(['rev-parse', '--show-prefix']);
  const top = await git(['rev-parse', '--show-toplevel']);
  if (below === undefined || top === undefined)
    return { fault: `${folder} ligger inte i något git-arkiv. Peka ut en mapp i ett med --mapp.` };
  const commit = await git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
  if (commit === undefined)
    return {
      fault: `Versionen «${revision}» finns inte. Skriv en som «git log» visar, till exempel HEAD~1 eller main.`,
    };
  const id = commit.slice(0, ID_LENGTH);
  const tree = await git(['rev-parse', '--verify', '--quiet', `${commit}:${below}`]);
  if (tree === undefined)
    return { fault: `Mappen fanns inte i ${revision} (${id}). Välj en senare version att jämföra med.` };
  const place = await mkdtemp(join(await realpath(tmpdir()), 'sekretesslotsen-'));
  try {
    // By an index of its own, so that what someone is about to commit is left as it is.
    const index = join(place, 'index');
    const laidOut = join(place, 'mapp', '/');
    const isOut =
      (await runGit(top, ['read-tree', tree], index)) !== undefined &&
      (await runGit(top, ['checkout-index', '--all', `--prefix=${laidOut}`], index)) !== undefined;
    if (!isOut) return { fault: `Mappen i ${revision} (${id}) gick inte att hämta ut ur git. Försök med «git fsck».` };
    const { knowledge, problems } = await readKnowledge(laidOut, ...above);
    if (knowledge === undefined) {
      const shown = printProblems(problems.slice(0, MOST_PROBLEMS));
      return {
        fault: `Mappen i ${revision} (${id}) har ${problems.length} fel, så den går inte att jämföra med. Välj en annan version.\n\n${shown}`,
      };
    }
    return { knowledge, id };
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

const ID_LENGTH = 7;
const MOST_PROBLEMS = 3;
