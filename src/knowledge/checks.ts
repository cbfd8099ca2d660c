// Checks across files, one small function each. A check sees the whole draft and gives what is wrong with it.
import { lexer, walkTokens, type Token, type Tokens } from 'marked';
import { actById } from '../law/acts.ts';
import { formatShort, sectionKey, type Citation } from '../law/citation.ts';
import { findCitations } from '../law/parse.ts';
import { successionOf } from '../law/successors.ts';
import { sectionExists } from './knowledge.ts';
import { placeAt, type Place, type Problem } from './problem.ts';
import type { Entry, KnownAct, Provision, Validity, Words } from './schema.ts';
import { closest } from './closest.ts';
import type { ValuePath } from './schema-problems.ts';

/** Something read from a file, with the way back to where each part of it stands. */
export interface Located<T> {
  readonly value: T;
  readonly file: string;
  readonly text: string;
  readonly placeOf: (path: ValuePath) => Place;
}

/** What has been read, before it is known to be sound. */
export interface Draft {
  readonly provisions: readonly Located<Provision>[];
  readonly entries: readonly Located<Entry>[];
  readonly words: Words;
  readonly acts: readonly KnownAct[];
  /** Files that are there but could not be read: nothing is said of what refers to them. */
  readonly unread: readonly string[];
}

type Check = (draft: Draft) => Problem[];

const provisionFileName: Check = ({ provisions }) =>
  provisions.flatMap(({ value, file, placeOf }) => {
    const stem = fileStem(value.citation);
    const expected =
      value.validFrom === undefined ? [`${stem}.yml`] : [`${stem}.yml`, `${stem}.${value.validFrom}.yml`];
    if (expected.includes(file)) return [];
    return [
      {
        ...placeOf(['lagrum']),
        code: 'file-name',
        message: `Filen heter inte som sitt lagrum, ${sectionKey(value.citation)}.`,
        next: `Döp filen till ${expected.at(-1) ?? stem}, eller rätta lagrummet.`,
      },
    ];
  });

const wholeSectionOnly: Check = ({ provisions }) =>
  provisions.flatMap(({ value, placeOf }) =>
    value.citation.paragraph === undefined && value.citation.item === undefined && value.citation.sentence === undefined
      ? []
      : [
          {
            ...placeOf(['lagrum']),
            code: 'wrong-value',
            message: 'En fil beskriver en hel paragraf.',
            next: `Skriv ${sectionKey(value.citation)}, och nämn stycket i sammanfattningen.`,
          } as const,
        ],
  );

const oneFilePerWording: Check = ({ provisions }) =>
  provisions.flatMap(({ value, placeOf }, index) => {
    const other = provisions
      .slice(0, index)
      .find(
        (earlier) => sectionKey(earlier.value.citation) === sectionKey(value.citation) && overlap(earlier.value, value),
      );
    if (other === undefined) return [];
    return [
      {
        ...placeOf(['lagrum']),
        code: 'duplicate-id',
        message: `${sectionKey(value.citation)} finns redan i ${other.file}.`,
        next: 'Behåll den ena filen. Är det två lydelser: skriv «gäller till» i den äldre och «gäller från» i den nyare.',
      },
    ];
  });

const oneAnswerPerWording: Check = ({ entries }) => {
  const seen = new Map<string, string>();
  return entries.flatMap((entry) => {
    const { value } = entry;
    const wordings = [
      { text: value.question, path: ['fråga'] },
      ...value.wordings.map((text, i) => ({ text, path: ['andra formuleringar', i] })),
    ];
    const twice = wordings.flatMap(({ text, path }) => {
      const key = text
        .toLowerCase()
        .replaceAll(/[^\p{L}\d]+/gu, ' ')
        .trim();
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

/** A copied entry repeats nearly everything: that is told once, or it would drown what else is wrong. */
function duplicates(
  { value, placeOf }: Located<Entry>,
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

const validityInOrder: Check = ({ provisions, entries }) =>
  [...provisions, ...entries].flatMap(({ value, placeOf }) =>
    value.validFrom !== undefined && value.validTo !== undefined && value.validFrom > value.validTo
      ? [
          {
            ...placeOf(['gäller till']),
            code: 'wrong-value',
            message: '«gäller till» ligger före «gäller från».',
            next: 'Rätta den ena dagen.',
          } as const,
        ]
      : [],
  );

const provisionsOfActsInForce: Check = ({ provisions }) =>
  provisions.flatMap(({ value, placeOf }) => repealed(value.citation, placeOf(['lagrum'])));

const listedCitationsExist: Check = (draft) =>
  draft.entries.flatMap(({ value, placeOf }) =>
    value.citations.flatMap((citation, i) => citationProblems(draft, citation, placeOf(['lagrum', i]))),
  );

/** What the text cites exists, and stands in the list of what the answer rests on. */
const citationsInTextListed: Check = (draft) =>
  draft.entries.flatMap(({ value, file, text }) => {
    const listed = new Set(value.citations.map(sectionKey));
    const bodyAt = text.lastIndexOf(value.body);
    return findCitations(value.body).flatMap(({ citation, start, actStated }): Problem[] => {
      const place = placeAt(file, text, bodyAt + start);
      // An answer may tell what an act that is gone once said, when it names that act.
      if (!actStated || actById(citation.act).repealed !== undefined) return [];
      const unknown = citationProblems(draft, citation, place);
      if (unknown.length > 0 || listed.has(sectionKey(citation))) return unknown;
      return [
        {
          ...place,
          code: 'unlisted-citation',
          message: `${formatShort(citation)} nämns i svaret men står inte under «lagrum».`,
          next: `Lägg till «- ${sectionKey(citation)}» under lagrum.`,
        },
      ];
    });
  });

const provisionsInSummariesExist: Check = (draft) =>
  draft.provisions.flatMap(({ value, file, text }) =>
    findCitations(text)
      .filter(({ citation, actStated }) => actStated && actById(citation.act).repealed === undefined)
      .filter(({ citation }) => sectionKey(citation) !== sectionKey(value.citation))
      .flatMap(({ citation, start }) => citationProblems(draft, citation, placeAt(file, text, start))),
  );

const relatedEntriesExist: Check = ({ entries, unread }) => {
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
const standsByItself: Check = ({ entries }) =>
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

const plainMarkdown: Check = ({ entries, provisions }) =>
  [
    ...entries.map(({ value, file, text }) => ({
      markdown: value.body,
      file,
      text,
      from: text.lastIndexOf(value.body),
    })),
    ...provisions.map(({ value, file, text }) => ({
      markdown: value.summary,
      file,
      text,
      from: text.search(/^sammanfattning/mu),
    })),
  ].flatMap(({ markdown, file, text, from }) => {
    let at = from; // they come in the order of the text, so each is looked for behind the one before it
    return unsafeTokens(markdown).map(({ raw, what }): Problem => {
      const found = text.indexOf(raw.trim().split('\n')[0] ?? '', at);
      const place = placeAt(file, text, Math.max(found, from, 0));
      at = Math.max(at, found + 1);
      return {
        ...place,
        code: 'unsafe-markdown',
        message: `${what} visas inte i svaren.`,
        next: 'Skriv det som vanlig text. Länkar ska börja med https://.',
      };
    });
  });

/** Every check across files. */
export const checks: readonly Check[] = [
  provisionFileName,
  wholeSectionOnly,
  oneFilePerWording,
  oneAnswerPerWording,
  validityInOrder,
  provisionsOfActsInForce,
  listedCitationsExist,
  citationsInTextListed,
  provisionsInSummariesExist,
  relatedEntriesExist,
  standsByItself,
  plainMarkdown,
];

// ---- shared parts -----------------------------------------------------------------------------------------------

function citationProblems(draft: Draft, citation: Citation, place: Place): Problem[] {
  const gone = repealed(citation, place);
  if (gone.length > 0) return gone;
  const known = { provisions: draft.provisions.map(({ value }) => value), acts: draft.acts };
  if (sectionExists(known, citation) || mayStandUnread(draft, citation)) return [];
  return [
    {
      ...place,
      code: 'unknown-provision',
      message: `${sectionKey(citation)} finns inte bland de paragrafer som är kända.`,
      next: 'Kontrollera numret. Är paragrafen ny: lägg till den i paragrafer.yml, eller skriv en fil för den i lagrum/.',
    },
  ];
}

function mayStandUnread({ unread }: Draft, citation: Citation): boolean {
  return unread.some((file) => file === 'paragrafer.yml' || file.startsWith(`${fileStem(citation)}.`));
}

function fileStem({ act, chapter, section }: Citation): string {
  return `lagrum/${act.toLowerCase()}/${chapter === undefined ? section : `${chapter}-${section}`}`;
}

function repealed(citation: Citation, place: Place): Problem[] {
  const act = actById(citation.act);
  if (act.repealed === undefined) return [];
  const current = successionOf(citation)?.current ?? [];
  const where =
    current.length === 0
      ? `Motsvarigheten finns, om någon, i ${act.repealed.successor}`
      : `I dag gäller ${current.map(formatShort).join(', ')}`;
  return [
    {
      ...place,
      code: 'repealed-act',
      message: `${formatShort(citation)}: lagen ${act.sfs} är upphävd sedan ${act.repealed.from}.`,
      next: `${where}. Läs den nya texten innan du byter numret.`,
    },
  ];
}

function overlap(a: Validity, b: Validity): boolean {
  return (a.validFrom ?? '') <= (b.validTo ?? '9999-12-31') && (b.validFrom ?? '') <= (a.validTo ?? '9999-12-31');
}

/** What the renderers leave out, wherever it is nested. */
function unsafeTokens(markdown: string): { raw: string; what: string }[] {
  const found: { raw: string; what: string }[] = [];
  void walkTokens(lexer(markdown), (token) => {
    const what = unsafeKind(token);
    if (what !== undefined) found.push({ raw: token.raw, what });
  });
  return found;
}

function unsafeKind(token: Token): string | undefined {
  switch (token.type) {
    case 'html':
      return 'HTML';
    case 'image':
      return 'En bild';
    case 'table':
      return 'En tabell';
    case 'link':
      return (token as Tokens.Link).href.startsWith('https://') ? undefined : 'En länk som inte är https';
    default:
      return undefined;
  }
}
