// Checks of the questions: that each wording has one answer, that what they point at is there, that the short answer stands by itself.
import { closest } from '../closest.ts';
import type { Addition } from '../local.ts';
import { placeAt, type Problem } from '../problem.ts';
import type { ValuePath } from '../schema-problems.ts';
import type { Entry } from '../schema.ts';
import type { Check, Located } from './draft.ts';

export const oneAnswerPerWording: Check = ({ entries, additions }) => {
  const seen = new Map<string, string>();
  return [...entries, ...additions].flatMap((entry) => {
    const { value } = entry;
    const twice = wordingsOf(value).flatMap(({ text, path }) => {
      const key = wordingKey(text);
      const owner = seen.get(key);
      seen.set(key, value.id);
      return owner === undefined ? [] : [{ owner, path }];
    });
    const owners = [...new Set(twice.map(({ owner }) => owner))];
    return owners.flatMap((owner) =>
      duplicates(
        entry,
        owner,
        twice.filter((one) => one.owner === owner),
      ),
    );
  });
};

/** Every way in which it is asked, with where that stands in its file. */
export function wordingsOf(value: Entry | Addition): { readonly text: string; readonly path: ValuePath }[] {
  return [
    ...('question' in value ? [{ text: value.question, path: ['fråga'] }] : []),
    ...value.wordings.map((text, i) => ({ text, path: ['andra formuleringar', i] })),
  ];
}

/** The same for two wordings that differ in nothing but capitals and marks. */
export function wordingKey(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\d]+/gu, ' ')
    .trim();
}

/** A copied entry repeats nearly everything: that is told once, or it would drown what else is wrong. */
function duplicates(
  { value, placeOf }: Located<Entry | Addition>,
  owner: string,
  twice: readonly { path: ValuePath }[],
): Problem[] {
  const where = owner === value.id ? 'i samma fråga' : `i ${owner}`;
  const [first] = twice;
  if (first !== undefined && twice.length > MOST_TOLD) {
    return [
      {
        ...placeOf(first.path),
        code: 'duplicate-wording',
        message: `${twice.length} formuleringar står redan ${where}, den första här.`,
        next: 'Är filen en kopia: skriv egna formuleringar för den nya frågan.',
      },
    ];
  }
  return twice.map(({ path }) => ({
    ...placeOf(path),
    code: 'duplicate-wording',
    message: `Formuleringen står redan ${where}.`,
    next: 'Ta bort den ena, eller skriv om den så att frågorna skiljer sig åt.',
  }));
}

const MOST_TOLD = 3;

export const relatedEntriesExist: Check = ({ entries, unread }) => {
  const ids = entries.map(({ value }) => value.id);
  return entries.flatMap(({ value, placeOf }) =>
    value.seeAlso.flatMap((id, i): Problem[] => {
      if ((ids.includes(id) && id !== value.id) || unread.includes(`fragor/${id}.md`)) return [];
      const meant = closest(
        id,
        ids.filter((other) => other !== value.id),
      );
      return [
        {
          ...placeOf(['se även', i]),
          code: 'unknown-entry',
          message: id === value.id ? 'Frågan hänvisar till sig själv.' : `Frågan «${id}» finns inte.`,
          next: meant === undefined ? 'Skriv sökvägen under fragor/ utan .md.' : `Menade du «${meant}»?`,
        },
      ];
    }),
  );
};

/** The short answer meets questions put the other way round too: "Ja." would then say the opposite of what is meant. */
export const standsByItself: Check = ({ entries }) =>
  entries.flatMap(({ value, placeOf }): Problem[] => {
    const [first = ''] = value.shortAnswer.split(/(?<=[.!?])\s/u);
    if (!/^(?:ja|nej)(?!\p{L})/iu.test(first) && first.split(/\s+/u).length >= FEWEST_WORDS) return [];
    return [
      {
        ...placeOf(['kort svar']),
        code: 'leaning-answer',
        message: 'Det korta svaret går inte att förstå utan frågan.',
        next: 'Börja med en hel mening som säger vad som gäller, inte med «Ja», «Nej» eller ett ensamt ord: svaret visas också för den som frågar tvärtom.',
      },
    ];
  });

const FEWEST_WORDS = 4;

/** The headings of an answer, in the order in which a reader expects them. */
export const HEADINGS = ['Vad gäller', 'I privat verksamhet', 'Exempel', 'Gör så här', 'Tänk på'] as const;

/** Every answer is built alike, so that one who has read one finds their way in the next. */
export const headingsInOrder: Check = ({ entries }) =>
  entries.flatMap(({ value, file, text }) => {
    const bodyAt = text.lastIndexOf(value.body);
    let last = -1;
    return [...value.body.matchAll(/^#+[ \t]*(.*?)[ \t]*$/gmu)].flatMap(
      ({ 0: whole, 1: name = '', index }): Problem[] => {
        const place = placeAt(file, text, bodyAt + index);
        const rank = HEADINGS.findIndex((heading) => heading === name);
        const before = HEADINGS[last];
        if (rank === -1 || !whole.startsWith('## ')) {
          const meant = rank === -1 ? closest(name, HEADINGS) : name;
          const message = `Rubriken «${whole.trim()}» används inte i svaren.`;
          const next = meant === undefined ? `Välj bland: ${HEADINGS.join(', ')}.` : `Menade du «## ${meant}»?`;
          return [{ ...place, code: 'headings', message, next }];
        }
        if (before !== undefined && rank <= last) {
          const message = rank === last ? `Rubriken «${name}» står två gånger.` : `«${name}» ska stå före «${before}».`;
          return [{ ...place, code: 'headings', message, next: `Ordningen är: ${HEADINGS.join(', ')}.` }];
        }
        last = rank;
        if (/^\s*(?:#|$(?![\s\S]))/u.test(value.body.slice(index + whole.length))) {
          const next = 'Skriv det som hör dit, eller ta bort rubriken.';
          return [{ ...place, code: 'headings', message: `Under «${name}» står ingenting.`, next }];
        }
        return [];
      },
    );
  });
