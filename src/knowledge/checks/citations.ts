// Checks of what is cited: that it exists, is in force, and stands in the list of what an answer rests on.
import { actById } from '../../law/acts.ts';
import { formatShort, sectionKey, type Citation } from '../../law/citation.ts';
import { findCitations, type FoundCitation } from '../../law/parse.ts';
import { successionOf } from '../../law/successors.ts';
import { sectionExists } from '../knowledge.ts';
import { knownWordings, type KnownAct, type SectionWording } from '../sections.ts';
import type { Addition } from '../local.ts';
import { placeAt, type Place, type Problem } from '../problem.ts';
import type { Entry, Provision } from '../schema.ts';
import { fileStem, remembered, sectionsFileOf, type Check, type Draft, type Located } from './draft.ts';

export const provisionsOfActsInForce: Check = ({ provisions }) =>
  provisions.flatMap(({ value, placeOf }) => repealed(value.citation, () => placeOf(['lagrum'])));

export const listedCitationsExist: Check = (draft) => {
  const problemsOf = citationProblems(draft);
  return [...draft.entries, ...draft.additions].flatMap(({ value, placeOf }) =>
    value.citations.flatMap((citation, i) => problemsOf(citation, () => placeOf(['lagrum', i]))),
  );
};

/** What is said in danger rests on provisions that exist, and lists each that it cites. */
export const urgentCitationsListed: Check = (draft) => {
  const { urgent } = draft;
  if (urgent === undefined) return [];
  const problemsOf = citationProblems(draft);
  const { situations, unnamed } = urgent.value;
  const all = [
    ...situations.map((situation, at) => ({ situation, path: ['lägen', at] })),
    ...(unnamed === undefined ? [] : [{ situation: unnamed, path: ['liknar exempel'] }]),
  ];
  return all.flatMap(({ situation: { citations, says }, path }) => {
    const listed = new Set(citations.map(sectionKey));
    const unlisted = citedIn(says).filter(({ citation }) => !listed.has(sectionKey(citation)));
    return [
      ...citations.flatMap((citation, i) => problemsOf(citation, () => urgent.placeOf([...path, 'lagrum', i]))),
      ...unlisted.map(({ citation }) => unlistedIn(urgent.placeOf([...path, 'säg']), citation)),
    ];
  });
};

/** What the text cites exists, and stands in the list of what the answer rests on. */
export const citationsInTextListed: Check = (draft) => {
  const problemsOf = citationProblems(draft);
  return [...draft.entries, ...draft.additions].flatMap((entry) => {
    const { value, file, text } = entry;
    const listed = new Set(value.citations.map(sectionKey));
    return citedInBody(entry).flatMap(({ citation, start }): Problem[] => {
      const place = () => placeAt(file, text, text.lastIndexOf(value.body) + start);
      const unknown = problemsOf(citation, place);
      if (unknown.length > 0 || listed.has(sectionKey(citation))) return unknown;
      return [unlistedIn(place(), citation)];
    });
  });
};

export const provisionsInSummariesExist: Check = (draft) => {
  const problemsOf = citationProblems(draft);
  return draft.provisions.flatMap((provision) =>
    citedInFile(provision)
      .filter(({ citation }) => sectionKey(citation) !== sectionKey(provision.value.citation))
      .flatMap(({ citation, start }) => problemsOf(citation, () => placeAt(provision.file, provision.text, start))),
  );
};

/** A text may tell what an act that is gone once said, when it names that act: only acts in force are held to be there. */
function citedIn(text: string): FoundCitation[] {
  return findCitations(text).filter(
    ({ citation, actStated }) => actStated && actById(citation.act).repealed === undefined,
  );
}

const citedInBody = remembered(({ value }: Located<Entry | Addition>) => citedIn(value.body));
const citedInFile = remembered(({ text }: Located<Provision>) => citedIn(text));

function unlistedIn(place: Place, citation: Citation): Problem {
  return {
    ...place,
    code: 'unlisted-citation',
    message: `${formatShort(citation)} nämns i svaret men står inte under «lagrum».`,
    next: `Lägg till «- ${sectionKey(citation)}» under lagrum.`,
  };
}

/** What is wrong with a citation of this draft. Its place is looked for only when something is. */
function citationProblems(draft: Draft): (citation: Citation, place: () => Place) => Problem[] {
  const acts = draft.acts.map(({ value }) => value);
  const known = { provisions: draft.provisions.map(({ value }) => value), acts };
  return (citation, place) => {
    const gone = repealed(citation, place);
    if (gone.length > 0) return gone;
    if (sectionExists(known, citation)) return withinProblems(acts, citation, place);
    if (mayStandUnread(draft, citation)) return [];
    return [
      {
        ...place(),
        code: 'unknown-provision',
        message: `${sectionKey(citation)} finns inte bland de paragrafer som är kända.`,
        next: `Kontrollera numret. Är paragrafen ny: lägg till den i ${sectionsFileOf(citation)}, eller skriv en fil för den i lagrum/.`,
      },
    ];
  };
}

/** A stycke or a punkt that none of the section's wordings has. Of a section whose stycken are not counted nothing is said. */
function withinProblems(acts: readonly KnownAct[], citation: Citation, place: () => Place): Problem[] {
  const { paragraph, item } = citation;
  const wordings = knownWordings(acts, citation);
  const [first] = wordings;
  if (first === undefined || wordings.some((wording) => has(wording, paragraph, item))) return [];
  const { paragraphs = 0, items } = first;
  const inStycke = paragraph !== undefined && paragraph <= paragraphs;
  const punkter = inStycke ? (items.get(paragraph) ?? 0) : Math.max(0, ...items.values());
  const built =
    paragraph !== undefined && !inStycke
      ? `paragrafen har ${paragraphs} ${paragraphs === 1 ? 'stycke' : 'stycken'}`
      : `${inStycke ? 'stycket' : 'paragrafen'} har ${punkter === 0 ? 'inga punkter' : `punkt 1–${punkter}`}`;
  return [
    {
      ...place(),
      code: 'unknown-provision',
      message: `${formatShort(citation)} finns inte: ${built}.`,
      next: `Räkna i lagtexten. Har paragrafen fått en ny lydelse: skriv den i ${sectionsFileOf(citation)}.`,
    },
  ];
}

function has({ paragraphs, items }: SectionWording, paragraph: number | undefined, item: number | undefined): boolean {
  if (paragraphs === undefined) return true;
  if (paragraph !== undefined && paragraph > paragraphs) return false;
  if (item === undefined) return true;
  return paragraph === undefined
    ? [...items.values()].some((count) => item <= count)
    : item <= (items.get(paragraph) ?? 0);
}

function mayStandUnread({ unread }: Draft, citation: Citation): boolean {
  return unread.some((file) => file === sectionsFileOf(citation) || file.startsWith(`${fileStem(citation)}.`));
}

function repealed(citation: Citation, place: () => Place): Problem[] {
  const act = actById(citation.act);
  if (act.repealed === undefined) return [];
  const current = successionOf(citation)?.current ?? [];
  const where =
    current.length === 0
      ? `Motsvarigheten finns, om någon, i ${act.repealed.successor}`
      : `I dag gäller ${current.map(formatShort).join(', ')}`;
  return [
    {
      ...place(),
      code: 'repealed-act',
      message: `${formatShort(citation)}: lagen ${act.sfs} är upphävd sedan ${act.repealed.from}.`,
      next: `${where}. Läs den nya texten innan du byter numret.`,
    },
  ];
}
