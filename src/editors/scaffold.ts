// The beginning of a new file: named, dated and filled in with what is known, so that an editor writes only what they know.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { situationIn } from '../answer.ts';
import { situationOf } from '../answer/situation.ts';
import { formatLong, formatShort, sectionKey, type Citation } from '../law/citation.ts';
import { parseCitation } from '../law/parse.ts';
import { successionOf } from '../law/successors.ts';
import { fileStem } from '../knowledge/checks/draft.ts';
import { HEADINGS } from '../knowledge/checks/entries.ts';
import { appliesOn, type Knowledge } from '../knowledge/knowledge.ts';
import { UNKNOWN_WORD, VERDICT_WORDS } from '../knowledge/rule-schema.ts';
import { LONGEST_QUESTION } from '../knowledge/schema.ts';
import { knownWordings } from '../knowledge/sections.ts';
import { contentWords, fold } from '../question/swedish.ts';
import { list } from '../render/words.ts';
import { UNKNOWN } from '../rules/rule.ts';
import { search } from '../search/search.ts';

/** A file that is about to be written, or why it cannot be. */
export type Scaffold =
  { readonly file: string; readonly text: string; readonly notes: readonly string[] } | { readonly fault: string };

export interface Site {
  /** The folder to write in. */
  readonly folder: string;
  /** The folder that has the JSON Schemas. */
  readonly base: string;
  readonly day: string;
}

/** A question, with the parties and the outcome that the rules come to where its words say who tells whom. */
export function newEntry(question: string, topic: string | undefined, knowledge: Knowledge, site: Site): Scaffold {
  const text = question.trim().replaceAll(/\s+/gu, ' ');
  const name = slug(text);
  if (name === '')
    return { fault: 'Skriv frågan, till exempel: sekretesslotsen ny fraga "Vad gäller på fritidsgården?"' };
  if (text.length > LONGEST_QUESTION)
    return {
      fault: `Frågan är ${text.length} tecken. Den står på knappar, så korta den till högst ${LONGEST_QUESTION}.`,
    };
  if (topic !== undefined && !/^[a-z0-9-]+$/u.test(topic))
    return {
      fault: `Ämnet «${topic}» ska vara en mapp under fragor/, med små bokstäver a–z, siffror och bindestreck.`,
    };
  const near = search(knowledge, site.day, text).hits.flatMap(({ found }) =>
    found.kind === 'entry' ? [found.entry] : [],
  );
  const folder = topic ?? near[0]?.id.split('/')[0] ?? 'grunder';
  const file = `fragor/${folder}/${name}.md`;
  const facts = factsIn(text, knowledge, site.day);
  return {
    file,
    text: [
      '---',
      schemaLine('fraga', file, site),
      `fråga: ${scalar(text)}`,
      'andra formuleringar:',
      '  - ',
      'kort svar: ',
      ...facts.lines,
      'lagrum:',
      ...(facts.citations.length === 0 ? ['  - '] : facts.citations.map((citation) => `  - ${formatShort(citation)}`)),
      'se även: []',
      `kontrollerad: ${site.day}`,
      'granskad: null',
      `granskas senast: ${halfAYearAfter(site.day)}`,
      '---',
      ...HEADINGS.filter((heading) => heading !== 'I privat verksamhet' && heading !== 'Exempel').map(
        (heading) => `## ${heading}\n`,
      ),
    ].join('\n'),
    notes: [
      ...(knowledge.entries.some(({ id }) => id.startsWith(`${folder}/`))
        ? []
        : [`Ämnet ${folder} är nytt: fragor/${folder}/ fanns inte förut.`]),
      ...(near.length === 0
        ? []
        : [
            `Närmast av det som redan finns: ${list(near.slice(0, MOST_NEAR).map(({ id, question: asked }) => `${id} («${asked}»)`))}.`,
          ]),
    ],
  };
}

/** A provision, in the wording that the list of sections has for the day. */
export function newProvision(text: string, knowledge: Knowledge, site: Site): Scaffold {
  const citation = parseCitation(text);
  if (citation === undefined)
    return {
      fault: `«${text}» går inte att läsa som ett lagrum. Skriv till exempel: sekretesslotsen ny lagrum "OSL 26:9"`,
    };
  const succession = successionOf(citation);
  if (succession !== undefined)
    return {
      fault: `${formatLong(citation)} är upphävd. ${succession.current.length === 0 ? 'Den har ingen direkt motsvarighet.' : `I dag gäller ${list(succession.current.map(formatShort))}.`}`,
    };
  const wordings = knownWordings(knowledge.acts, citation);
  const current = wordings.find((wording) => appliesOn(wording, site.day)) ?? wordings[0];
  if (current === undefined)
    return {
      fault: `${sectionKey(citation)} finns inte bland de kända paragraferna. Kontrollera numret, eller skriv paragrafen i paragrafer/ först.`,
    };
  const file = `${fileStem(citation)}.yml`;
  const later = wordings.filter((wording) => (wording.validFrom ?? '') > site.day);
  return {
    file,
    text: [
      schemaLine('lagrum', file, site),
      `lagrum: ${sectionKey(citation)}`,
      'rubrik: ',
      `lydelse: ${current.wording}`,
      ...(current.validTo === undefined ? [] : [`gäller till: ${current.validTo}`]),
      `kontrollerad: ${site.day}`,
      'granskad: null',
      `# ${builtOf(current)}. Skriv med egna ord: vad den säger, för vem, hur stark sekretessen är, undantag, vanliga misstag.`,
      'sammanfattning: |',
      '  ',
    ].join('\n'),
    notes: later.map(
      ({ wording, validFrom = '' }) =>
        `Den får ny lydelse den ${validFrom} (${wording}): den skrivs i ${fileStem(citation)}.${validFrom}.yml.`,
    ),
  };
}

/** Writes the file unless there is one already. Gives where it is, or why it was not written. */
export async function writeScaffold(
  { file, text }: { readonly file: string; readonly text: string },
  folder: string,
): Promise<{ readonly path: string } | { readonly fault: string }> {
  const path = join(folder, file);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text, { flag: 'wx' });
    return { path };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EEXIST') return { fault: `${path} finns redan. Öppna den i stället.` };
    return {
      fault: `${path} gick inte att skriva. Kontrollera att mappen finns och att du har rätt att skriva i den.`,
    };
  }
}

const MOST_NEAR = 3;
const WORDS_IN_NAME = 5;

function halfAYearAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + 6);
  return date.toISOString().slice(0, 10);
}

function slug(question: string): string {
  return contentWords(question)
    .slice(0, WORDS_IN_NAME)
    .map((word) => fold(word).replaceAll(/[^a-z0-9]/gu, ''))
    .filter((word) => word !== '')
    .join('-');
}

function schemaLine(kind: string, file: string, { folder, base }: Site): string {
  const path = relative(dirname(join(folder, file)), join(base, '.schema', `${kind}.json`)).replaceAll('\\', '/');
  return `# yaml-language-server: $schema=${path}`;
}

/** What the question says of the situation, and what the rules come to in it, as lines of the front matter. */
function factsIn(
  question: string,
  knowledge: Knowledge,
  day: string,
): { readonly lines: readonly string[]; readonly citations: readonly Citation[] } {
  const stated = situationIn(question, knowledge);
  const situation = situationOf(stated, knowledge, day);
  if (situation === undefined) return { lines: [], citations: [] };
  const { rulebook, reasoning } = situation;
  const facts = Object.entries(stated).map(
    ([concept, value]) => `  ${concept}: ${value === UNKNOWN ? UNKNOWN_WORD : scalar(value)}`,
  );
  const cited = reasoning.chain.flatMap(({ rule }) => rulebook.rules.get(rule.id)?.citation ?? []);
  return {
    lines: ['fakta:', ...facts, `utfall: ${VERDICT_WORDS[reasoning.verdict]}`],
    citations: [...new Map(cited.map((citation) => [sectionKey(citation), citation])).values()],
  };
}

function builtOf({ paragraphs, items }: ReturnType<typeof knownWordings>[number]): string {
  const stycken = paragraphs === undefined ? 'Antalet stycken är inte räknat' : `${paragraphs} stycken`;
  const punkter = [...items].map(([stycke, count]) => `${count} punkter i stycke ${stycke}`);
  return [stycken, ...punkter].join(', ');
}

/** As YAML reads it: in quotes where a mark would mean something else. */
function scalar(text: string): string {
  return /^[\p{L}\d][^:#]*$/u.test(text) && !/^(?:ja|nej|null|true|false|[\d.]+)$/iu.test(text)
    ? text
    : `'${text.replaceAll("'", "''")}'`;
}
