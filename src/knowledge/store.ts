// The current knowledge. A reload reads and checks everything and then swaps everything at once, or keeps the last good whole.
import { dirname, resolve, sep } from 'node:path';
import { watch } from 'chokidar';
import { changesBetween } from './changes.ts';
import type { Knowledge } from './knowledge.ts';
import type { Problem } from './problem.ts';
import { createReader } from './read.ts';

export interface KnowledgeStore {
  /** The last good knowledge; the same object until a reload succeeds. */
  current(): Knowledge;
  /** What the last reading found wrong; nothing when the current knowledge is what stands in the folder. */
  problems(): readonly Problem[];
  /** Reads the folder again. Reloads asked for while one is under way share the one that follows it. */
  reload(): Promise<Reload>;
  /** Reloads whenever a file changes, and tells each outcome. Gives the way to stop. */
  watch(tell: (reload: Reload) => void): () => Promise<void>;
}

/** What a reload led to: the new knowledge and what is new in it, or the problems for which the old one was kept. */
export type Reload =
  | { readonly ok: true; readonly knowledge: Knowledge; readonly changes: readonly string[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** How long the folder must be quiet before it is read: a checkout or an editor writes many files in one go. */
const SETTLE_MS = 200;

const NOT_WATCHED: Problem = {
  file: '.',
  line: 1,
  column: 1,
  source: '',
  code: 'unreadable',
  message: 'Mappen går inte att bevaka, så ändringar syns kanske inte.',
  next: 'Starta om boten efter en ändring. Kontrollera rättigheterna och hur många filer systemet får bevaka.',
};

/** Opens the folders. With problems at the start there is no last good to fall back on: they are all that comes back. */
export async function openStore(
  ...folders: readonly string[]
): Promise<{ store: KnowledgeStore } | { problems: readonly Problem[] }> {
  const read = createReader(folders);
  const first = await read();
  if (first.knowledge === undefined) return { problems: first.problems };
  let current = first.knowledge;
  let problems: readonly Problem[] = [];
  let last: Promise<Reload> = Promise.resolve({ ok: true, knowledge: current, changes: [] });
  let waiting: Promise<Reload> | undefined;

  const readAgain = async (): Promise<Reload> => {
    waiting = undefined;
    const { knowledge, problems: found } = await read();
    problems = found;
    if (knowledge === undefined) return { ok: false, problems };
    const changes = changesBetween(current, knowledge);
    current = knowledge;
    return { ok: true, knowledge, changes };
  };
  const reload = (): Promise<Reload> => {
    waiting ??= last = last.then(readAgain);
    return waiting;
  };
  return {
    store: {
      current: () => current,
      problems: () => problems,
      reload,
      watch: (tell) => {
        // From the folder above each, so that a folder which is moved away and put back is still followed.
        const whole = folders.map((folder) => resolve(folder));
        const above = [...new Set(whole.map((folder) => dirname(folder)))];
        const outside = (path: string) =>
          !above.includes(path) && whole.every((folder) => path !== folder && !path.startsWith(folder + sep));
        const watcher = watch(above, {
          ignoreInitial: true,
          atomic: true,
          ignored: (path) => outside(resolve(path)),
        });
        let settling: NodeJS.Timeout | undefined;
        let stopped = false;
        const tellUnlessStopped = (outcome: Reload) => {
          if (!stopped) tell(outcome);
        };
        watcher.on('all', () => {
          clearTimeout(settling);
          settling = setTimeout(() => void reload().then(tellUnlessStopped), SETTLE_MS);
        });
        // Without a listener the fault (too many files watched, say) would end the program.
        watcher.on('error', () => {
          problems = [NOT_WATCHED];
          tellUnlessStopped({ ok: false, problems });
        });
        return () => {
          stopped = true;
          clearTimeout(settling);
          return watcher.close();
        };
      },
    },
  };
}
