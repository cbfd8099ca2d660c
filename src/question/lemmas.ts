// Which words of the vocabulary a word of the text may be, as it is inflected, compounded or misspelt.
import {
  SHORTEST_HEAD,
  SHORTEST_MISSPELT,
  SHORTEST_TWICE,
  withoutOne,
  type Form,
  type Lexicon,
  type Likeness,
} from './lexicon.ts';
import { fold, isFunctionWord, stem } from './swedish.ts';

const SHORTEST_TAIL = 4;
const MOST_KNOWN = 20_000;
const ENDINGS = 'n s en et ns ens ets na nas er ar or erna arna orna ernas arnas t a'
  .split(' ')
  .sort((a, b) => b.length - a.length);

/**
 * What a word may be, from the surest to the least sure way, the first that finds anything:
 *
 *     kuratorns               a form of kurator
 *     spesialpedagogen        long, and one letter off a form
 *     skolkuratorn            ends with a form of one: kurator
 *     kuratron                one letter off a form, or two where it is long
 *     kuratorssamtalen        begins with one; what it says of the party is that something is theirs
 */
export function lemmasOf(marked: string, lexicon: Lexicon): ReadonlyMap<string, Likeness> {
  const known = lexicon.known.get(marked) ?? lookUp(marked, lexicon);
  if (lexicon.known.size < MOST_KNOWN) lexicon.known.set(marked, known);
  return known;
}

function lookUp(marked: string, lexicon: Lexicon): ReadonlyMap<string, Likeness> {
  const found = new Map<string, Likeness>();
  const add = (forms: readonly Form[], change: Partial<Likeness>) => {
    for (const { lemma, likeness } of forms) {
      const more = { ...likeness, ...change };
      if ((found.get(lemma)?.doubt ?? Infinity) > more.doubt) found.set(lemma, more);
    }
  };
  add(formsOf(marked, lexicon), {});
  if (found.size > 0 || marked.length < SHORTEST_MISSPELT) return found;
  // A compound may end as another word does: "spesialpedagog" is no pedagog.
  if (marked.length >= SHORTEST_TWICE) add(misspelt(marked, lexicon), { doubt: 3 });
  if (found.size === 0) add(endsOf(marked, lexicon), { doubt: 2 });
  if (found.size === 0) add(misspelt(marked, lexicon), { doubt: 3 });
  if (found.size === 0) add(twiceMisspelt(marked, lexicon), { doubt: 3 });
  if (found.size === 0) add(beginningsOf(marked, lexicon), { doubt: 4, genitive: true });
  return found;
}

function formsOf(marked: string, { forms, stems }: Lexicon): readonly Form[] {
  const folded = fold(marked);
  const exact = (forms.get(folded) ?? []).filter((form) => sameMarks(marked, form.marked));
  if (exact.length > 0 || folded.length < SHORTEST_HEAD) return exact;
  return (stems.get(stem(folded)) ?? [])
    .filter((lemma) => sameMarks(marked, lemma))
    .map((lemma) => ({ marked, lemma, likeness: { doubt: 1, genitive: false } }));
}

/** A letter that was given its dots must have them in the form too; one without may have lost them. */
function sameMarks(typed: string, marked: string): boolean {
  return Array.from(typed).every((letter, at) => {
    const other = marked.charAt(at);
    return letter === other || !/[åäöé]/u.test(letter) || fold(letter) !== fold(other);
  });
}

function endsOf(marked: string, lexicon: Lexicon): readonly Form[] {
  for (let cut = 3; marked.length - cut >= SHORTEST_HEAD; cut += 1) {
    const folded = fold(marked.slice(cut));
    const forms = (lexicon.forms.get(folded) ?? []).filter(
      (form) => isLong(form) && sameMarks(marked.slice(cut), form.marked),
    );
    if (forms.length > 0) return forms;
  }
  return [];
}

function isLong({ lemma }: Form): boolean {
  return lemma.length >= SHORTEST_HEAD && !lemma.endsWith('!') && !isFunctionWord(lemma);
}

function beginningsOf(marked: string, lexicon: Lexicon): readonly Form[] {
  for (let cut = marked.length - SHORTEST_TAIL; cut >= SHORTEST_HEAD; cut -= 1) {
    const head = marked.slice(0, cut).replace(/s$/u, '');
    const forms = (lexicon.forms.get(fold(head)) ?? []).filter(
      (form) => isLong(form) && form.likeness.doubt === 0 && sameMarks(head, form.marked),
    );
    if (forms.length > 0) return forms;
  }
  return [];
}

/** Words one letter off: one too many, one missing, one wrong or two in the wrong order; never the first letter. */
function misspelt(marked: string, { deletions, forms }: Lexicon): readonly Form[] {
  return trunksOf(marked, SHORTEST_MISSPELT - 1).flatMap(({ trunk, genitive }) =>
    withoutOne(trunk)
      .flatMap((shorter) => deletions.get(shorter) ?? [])
      .filter((lemma) => lemma.startsWith(trunk.charAt(0)) && isOneOff(trunk, lemma))
      .flatMap((lemma) => meantBy(lemma, genitive, forms)),
  );
}

/** Long words for a party, two letters off. */
function twiceMisspelt(marked: string, { longNames, forms }: Lexicon): readonly Form[] {
  return trunksOf(marked, SHORTEST_TWICE).flatMap(({ trunk, genitive }) =>
    (longNames.get(trunk.charAt(0)) ?? [])
      .filter((name) => Math.abs(name.length - trunk.length) <= 2 && isWithinTwo(name, trunk))
      .flatMap((name) => meantBy(name, genitive, forms)),
  );
}

/** A word without each of the endings that it may have. */
function trunksOf(marked: string, shortest: number): { readonly trunk: string; readonly genitive: boolean }[] {
  const folded = fold(marked);
  return ['', ...ENDINGS]
    .filter((ending) => folded.endsWith(ending) && folded.length - ending.length >= shortest)
    .map((ending) => ({ trunk: folded.slice(0, folded.length - ending.length), genitive: ending.endsWith('s') }));
}

function meantBy(lemma: string, genitive: boolean, forms: Lexicon['forms']): Form[] {
  return (forms.get(lemma) ?? [])
    .filter((form) => form.likeness.doubt === 0 && isLong(form))
    .map((form) => ({ ...form, likeness: { ...form.likeness, genitive } }));
}

/** Whether at most two letters are added, left out, changed or swapped with the next. */
function isWithinTwo(a: string, b: string): boolean {
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = a.charAt(i - 1) === b.charAt(j - 1) ? 0 : 1;
      const isSwap = a.charAt(i - 1) === b.charAt(j - 2) && a.charAt(i - 2) === b.charAt(j - 1);
      const swap = isSwap ? (before[j - 2] ?? Infinity) + 1 : Infinity;
      row[j] = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + change, swap);
    }
    if (Math.min(...row) > 2) return false;
    [before, last] = [last, row];
  }
  return (last[b.length] ?? Infinity) <= 2;
}

/** In a short word only two letters that changed places: too many short words are one letter from another. */
export function isOneOff(a: string, b: string): boolean {
  let start = 0;
  while (start < Math.min(a.length, b.length) && a.charAt(start) === b.charAt(start)) start += 1;
  const [left, right] = [a.slice(start), b.slice(start)];
  const isSwap = left.slice(2) === right.slice(2) && left.slice(0, 2) === `${right.charAt(1)}${right.charAt(0)}`;
  const isOne = left.slice(1) === right.slice(1) || left.slice(1) === right || left === right.slice(1);
  return isSwap || (isOne && b.length > SHORTEST_MISSPELT);
}
