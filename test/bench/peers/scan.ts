// The floor: a bare scan of the posting lists of runs of three and four letters, in typed arrays. No search over such runs
// can be faster than to read them, so the others are timed as so many times this.
import { fold, isFunctionWord } from '../../../src/question/swedish.ts';
import { MOST_HITS, type Document, type Peer, type Searcher } from '../peer.ts';
import { runs, wordsIn } from '../text.ts';

export const SCAN = 'bare scan';

export const scan: Peer = { name: SCAN, floor: true, variants: [{ label: 'the floor', build }] };

function build(documents: readonly Document[]): Searcher {
  const lists = new Map<string, number[]>();
  for (const [at, { wordings, body }] of documents.entries()) {
    for (const run of runsOf(`${wordings.join('\n')}\n${body}`)) {
      const list = lists.get(run);
      if (list === undefined) lists.set(run, [at]);
      else list.push(at);
    }
  }
  const packed = new Map([...lists].map(([run, list]) => [run, Uint32Array.from(list)]));
  const sums = new Float32Array(documents.length);
  return {
    search: (query) => {
      sums.fill(0);
      for (const run of runsOf(query)) {
        const list = packed.get(run);
        if (list === undefined) continue;
        const weight = Math.log(documents.length / list.length) + 1;
        for (const at of list) sums[at]! += weight;
      }
      return best(sums).map((at) => documents[at]!.id);
    },
  };
}

function runsOf(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const word of wordsIn(text)) {
    if (isFunctionWord(word)) continue;
    const edged = `_${fold(word)}_`;
    for (const run of runs(edged, 3)) found.add(run);
    for (const run of runs(edged, 4)) found.add(run);
  }
  return found;
}

function best(sums: Float32Array): number[] {
  const top: number[] = [];
  for (let at = 0; at < sums.length; at += 1) {
    const sum = sums[at]!;
    if (sum === 0 || (top.length === MOST_HITS && sum <= sums[top[MOST_HITS - 1]!]!)) continue;
    let place = top.length;
    while (place > 0 && sums[top[place - 1]!]! < sum) place -= 1;
    top.splice(place, 0, at);
    if (top.length > MOST_HITS) top.pop();
  }
  return top;
}
