// Reads the knowledge folders: every file, every check, every problem at once. It gives the knowledge only when there is none.
import { createHash } from 'node:crypto';
import { checks } from './checks.ts';
import type { Draft, Located } from './checks/draft.ts';
import { LOCAL_FILE, parseFile, saysNothing, type ParsedFile } from './files.ts';
import { atFile, layersOf, list, pathWithin, readText, type Layer, type SourceText } from './folder.ts';
import type { Knowledge } from './knowledge.ts';
import type { Problem } from './problem.ts';
import type { Vocabulary } from './rule-schema.ts';
import { rulebookOf } from './rulebook.ts';
import type { Entry, Words } from './schema.ts';
import { startOf } from './start.ts';

export interface ReadResult {
  /** Present exactly when there are no problems. */
  readonly knowledge?: Knowledge;
  readonly problems: readonly Problem[];
  /** What was read, with the place of everything, sound or not. */
  readonly draft: Draft;
  /** All that could be read, sound or not: to help someone mend it, never to answer from. */
  readonly readable: Knowledge;
}

/**
 * Reads and checks the folders; those after the first are local and lie on top of it. Never throws for what stands in them,
 * nor for a folder that is missing.
 */
export function readKnowledge(...folders: readonly string[]): Promise<ReadResult> {
  return createReader(folders)();
}

/** As {@link readKnowledge}, again and again: what has not changed since the last time is not parsed again. */
export function createReader(folders: readonly string[]): () => Promise<ReadResult> {
  const layers = layersOf(folders);
  let before = new Map<string, { readonly text: string; readonly parsed: ParsedFile }>();
  return async () => {
    const listings = await Promise.all(layers.map((layer) => list(layer)));
    const texts = await Promise.all(listings.flatMap(({ files }) => files).map(readText));
    const now: typeof before = new Map();
    const parsed = texts.map((read): Parsed => {
      if ('problem' in read) return { problems: [read.problem], layer: undefined };
      const known = before.get(read.file);
      const file = known?.text === read.text ? known.parsed : parseFile(read);
      now.set(read.file, { text: read.text, parsed: file });
      return { ...file, layer: read.layer };
    });
    before = now;
    const found = listings.flatMap(({ problems }) => problems);
    return assemble(layers, found, parsed, fingerprint(texts));
  };
}

type Parsed = ParsedFile & { readonly layer: Layer | undefined };

function assemble(
  layers: readonly Layer[],
  inListing: readonly Problem[],
  parsed: readonly Parsed[],
  version: string,
): ReadResult {
  const draft = draftOf(layers, inListing, parsed);
  const { rulebook, problems: inRules } = rulebookOf(draft);
  const found = [
    ...inListing,
    ...parsed.flatMap((file) => file.problems),
    ...checks.flatMap((check) => check(draft)),
    ...inRules,
  ];
  const problems = found.length > 0 ? found : [...unnamed(layers, parsed), ...noContent(draft)];
  const { additions, locals } = draft;
  const readable: Knowledge = {
    provisions: draft.provisions.map(({ value }) => value),
    entries: draft.entries.map(({ value }) => withAdditions(value, additions)),
    words: {
      equivalents: draft.words.flatMap(({ value }) => value.equivalents),
      english: Object.assign({}, ...draft.words.map(({ value }) => value.english)) as Words['english'],
    },
    acts: draft.acts.map(({ value }) => value),
    contacts: locals.flatMap(({ value }) => value.contacts.map((contact) => ({ ...contact, origin: value.name }))),
    ...(draft.vocabulary && { vocabulary: withNames(draft.vocabulary.value, draft) }),
    ...(draft.urgent && { urgent: draft.urgent.value }),
    elsewhere: draft.elsewhere.flatMap(({ value }) => value),
    start: startOf(draft.starts.map(({ value }) => value)),
    ...(rulebook === undefined ? {} : { rulebook }),
    version,
  };
  return { problems, draft, readable, ...(problems.length > 0 ? {} : { knowledge: readable }) };
}

// ---- one folder on another --------------------------------------------------------------------------------------

/** Of what stands at the same path in several folders, the last one's is taken. */
function draftOf(layers: readonly Layer[], inListing: readonly Problem[], parsed: readonly Parsed[]): Draft {
  const names = new Map(parsed.flatMap(({ local, layer }) => (local ? [[layer, local.value.name] as const] : [])));
  const originOf = (layer: Layer | undefined) => names.get(layer) ?? layer?.prefix.replace(/\/$/u, '') ?? '';
  const withOrigin = <T extends object>(located: Located<T>, layer: Layer | undefined): Located<T> =>
    layer?.isLocal === true ? { ...located, value: { ...located.value, origin: originOf(layer) } } : located;
  const concepts = parsed.find((file) => file.concepts !== undefined)?.concepts;
  const coverage = parsed.find((file) => file.coverage !== undefined)?.coverage;
  const english = parsed.find((file) => file.english !== undefined)?.english;
  const vocabulary = parsed.find((file) => file.vocabulary !== undefined)?.vocabulary;
  const urgent = parsed.find((file) => file.urgent !== undefined)?.urgent;
  return {
    provisions: topmost(parsed.flatMap(({ provision, layer }) => (provision ? [withOrigin(provision, layer)] : []))),
    entries: topmost(parsed.flatMap(({ entry, layer }) => (entry ? [withOrigin(entry, layer)] : []))),
    additions: parsed.flatMap(({ addition, layer }) =>
      addition ? [{ ...addition, value: { ...addition.value, origin: originOf(layer) } }] : [],
    ),
    locals: parsed.flatMap(({ local }) => local ?? []),
    words: parsed.flatMap(({ words }) => words ?? []),
    acts: parsed.flatMap(({ act }) => act ?? []),
    ...(concepts && { concepts }),
    ...(coverage && { coverage }),
    ...(english && { english }),
    ...(vocabulary && { vocabulary }),
    ...(urgent && { urgent }),
    elsewhere: parsed.flatMap(({ elsewhere }) => elsewhere ?? []),
    starts: parsed.flatMap(({ start }) => start ?? []),
    cases: parsed.flatMap(({ cases }) => cases ?? []),
    unread: [...inListing, ...parsed.filter(saysNothing).flatMap((file) => file.problems)].map(({ file }) =>
      pathWithin(layers, file),
    ),
  };
}

function topmost<T extends object>(files: readonly Located<T>[]): Located<T>[] {
  return [...new Map(files.map((file) => [file.path, file])).values()];
}

function withAdditions(entry: Entry, additions: Draft['additions']): Entry {
  const own = additions.map(({ value }) => value).filter(({ id }) => id === entry.id);
  if (own.length === 0) return entry;
  return {
    ...entry,
    wordings: [...entry.wordings, ...own.flatMap(({ wordings }) => wordings)],
    citations: [...entry.citations, ...own.flatMap(({ citations }) => citations)],
    additions: own,
  };
}

/** What the parties are called locally is recognised too. */
function withNames(vocabulary: Vocabulary, { locals, english, concepts }: Draft): Vocabulary {
  const named = locals.flatMap(({ value }) => Object.entries(value.partyNames));
  const withLocal = (parties: Vocabulary['parties']) =>
    named.reduce<Vocabulary['parties']>(
      (known, [party, names]) => ({ ...known, [party]: [...(known[party] ?? []), ...names] }),
      parties,
    );
  const inEnglish = english?.value.wordings;
  return {
    ...vocabulary,
    parties: withLocal(vocabulary.parties),
    ...(inEnglish && { english: { ...inEnglish, parties: withLocal(inEnglish.parties), fields: fieldsOf(concepts) } }),
  };
}

function fieldsOf(concepts: Draft['concepts']): Readonly<Record<string, string>> {
  let field = '';
  return Object.fromEntries(
    (concepts?.value.parties ?? []).map(({ id, heading }) => [id, (field = heading ?? field)] as const),
  );
}

// ---- what a folder must have ------------------------------------------------------------------------------------

/** A local folder says whose it is, for its texts are shown under that name. */
function unnamed(layers: readonly Layer[], parsed: readonly Parsed[]): Problem[] {
  return layers
    .filter(({ isLocal, prefix }) => isLocal && !parsed.some(({ local }) => local?.file === `${prefix}${LOCAL_FILE}`))
    .map(({ prefix }) =>
      atFile(
        `${prefix}${LOCAL_FILE}`,
        'missing-key',
        `Den lokala mappen har ingen ${LOCAL_FILE}.`,
        'Skriv filen, med en rad som säger vems mappen är: «namn: Exempelköpings kommun».',
      ),
    );
}

function noContent({ entries, provisions }: Draft): Problem[] {
  if (entries.length + provisions.length > 0) return [];
  return [
    atFile(
      '.',
      'no-content',
      'Mappen har varken lagrum eller frågor.',
      'Peka på rätt mapp, eller hämta tillbaka innehållet.',
    ),
  ];
}

function fingerprint(texts: readonly (SourceText | { readonly problem: Problem })[]): string {
  const hash = createHash('sha256');
  for (const text of texts) if ('text' in text) hash.update(`${text.file}\0${text.text}\0`);
  return hash.digest('hex').slice(0, 12);
}
