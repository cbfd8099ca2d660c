// Lists of numbers in typed arrays: list `i` is what stands in `items` from `starts[i]` up to `starts[i + 1]`.

export interface Lists {
  readonly starts: Int32Array;
  readonly items: Int32Array;
}

/** Lists whose items have a weight each. */
export interface WeightedLists extends Lists {
  readonly weights: Float32Array;
}

export function listsOf(lists: readonly ArrayLike<number>[]): Lists {
  const starts = startsOf(lists.map(({ length }) => length));
  const items = new Int32Array(starts.at(-1) ?? 0);
  for (const [i, list] of lists.entries()) items.set(list, starts[i] ?? 0);
  return { starts, items };
}

/** The same pairs seen from the other side: item -> the lists that have it, in order. */
export function inverted({ starts, items, weights }: WeightedLists, size: number): WeightedLists {
  const counts = new Int32Array(size);
  for (const item of items) counts[item] = (counts[item] ?? 0) + 1;
  const to = { starts: startsOf(counts), items: new Int32Array(items.length), weights: new Float32Array(items.length) };
  const next = to.starts.slice();
  for (let list = 0; list + 1 < starts.length; list += 1) {
    for (let at = starts[list] ?? 0; at < (starts[list + 1] ?? 0); at += 1) {
      const item = items[at] ?? 0;
      const place = next[item] ?? 0;
      next[item] = place + 1;
      to.items[place] = list;
      to.weights[place] = weights[at] ?? 0;
    }
  }
  return to;
}

export function lengthOf({ starts }: Lists, list: number): number {
  return (starts[list + 1] ?? 0) - (starts[list] ?? 0);
}

/** Where each list starts, given how long each is, and where the last one ends. */
export function startsOf(lengths: ArrayLike<number>): Int32Array {
  const starts = new Int32Array(lengths.length + 1);
  for (let i = 0; i < lengths.length; i += 1) starts[i + 1] = (starts[i] ?? 0) + (lengths[i] ?? 0);
  return starts;
}

/** Each list with each of its items once, in order, and without those that are not wanted. */
export function distinct(
  { starts, items }: Lists,
  size: number,
  isWanted: (item: number, list: number) => boolean,
): Lists {
  const seenIn = new Int32Array(size).fill(-1);
  const kept = new Int32Array(items.length);
  const ends = new Int32Array(starts.length);
  let end = 0;
  for (let list = 0; list + 1 < starts.length; list += 1) {
    for (let at = starts[list] ?? 0, last = starts[list + 1] ?? 0; at < last; at += 1) {
      const item = items[at] ?? 0;
      if (seenIn[item] === list || !isWanted(item, list)) continue;
      seenIn[item] = list;
      kept[end] = item;
      end += 1;
    }
    ends[list + 1] = end;
  }
  return { starts: ends, items: kept.slice(0, end) };
}

/** Lists of what is added to items, each item once, in the order in which they come; `read` is made of the sum. */
export function summed(
  lists: number,
  size: number,
  fill: (list: number, add: (item: number, weight: number) => void) => void,
  read: (sum: number) => number,
): WeightedLists {
  const sums = new Float64Array(size);
  let own: number[] = [];
  const add = (item: number, weight: number) => {
    const before = sums[item] ?? 0;
    if (before === 0) own.push(item);
    sums[item] = before + weight;
  };
  const made = Array.from({ length: lists }, (_, list) => {
    own = [];
    fill(list, add);
    const weights = new Float32Array(own.length);
    for (let i = 0; i < own.length; i += 1) {
      const item = own[i] ?? 0;
      weights[i] = read(sums[item] ?? 0);
      sums[item] = 0;
    }
    return { items: Int32Array.from(own), weights };
  });
  const joined = listsOf(made.map(({ items }) => items));
  const weights = new Float32Array(joined.items.length);
  for (const [list, each] of made.entries()) weights.set(each.weights, joined.starts[list]);
  return { ...joined, weights };
}
