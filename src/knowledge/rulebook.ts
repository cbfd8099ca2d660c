// From the editors' rules to the engine's: names are looked up, groups become their values, and what does not fit is a
// problem at its line.
import { sectionKey, type Citation } from '../law/citation.ts';
import {
  NEVER,
  UNKNOWN,
  type Bars,
  type Concept,
  type Condition,
  type Facts,
  type Group,
  type Lifts,
  type Rule,
  type RuleSet,
  type Stated,
  type Target,
} from '../rules/rule.ts';
import type { Located } from './checks/draft.ts';
import { closest } from './closest.ts';
import type { EnglishSource } from './english.ts';
import type { Place, Problem, ProblemCode } from './problem.ts';
import {
  NOT_SAID,
  type Case,
  type ConceptSource,
  type ConceptsSource,
  type ConditionSource,
  type CoverageSource,
  type PartySource,
  type RuleSource,
  type Vocabulary,
} from './rule-schema.ts';
import type { ValuePath } from './schema-problems.ts';
import type { Entry, Provision } from './schema.ts';

/** The rules with all that is said about them to people. */
export interface Rulebook {
  readonly ruleSet: RuleSet;
  readonly concepts: ReadonlyMap<string, ConceptText>;
  /** By the rule's id. */
  readonly rules: ReadonlyMap<string, RuleText>;
  /** What is said where the rules are declared not to cover a situation, in the order of `ruleSet.coverage`. */
  readonly uncovered: readonly (string | undefined)[];
  readonly leftOut: readonly string[];
  /** What is said to those who ask in English; absent where the folder has no English. */
  readonly english?: Pick<Rulebook, 'concepts' | 'uncovered' | 'leftOut'>;
  readonly cases: readonly Case[];
  /** Where things stand in the folder, for whoever has something to say about them. */
  readonly places: Places;
}

/** Each by its id. */
export interface Places {
  readonly rules: ReadonlyMap<string, Place>;
  readonly concepts: ReadonlyMap<string, Place>;
  readonly cases: ReadonlyMap<string, Place>;
  /** What the rules must come to, of the entries that say it. */
  readonly situations: ReadonlyMap<string, Place>;
  readonly coverage: Place;
}

export interface ConceptText {
  readonly id: string;
  /** What the fact is called where its value only says yes or no. */
  readonly name: string;
  readonly question: string;
  readonly help?: string;
  readonly assessment: boolean;
  readonly resting?: string;
  /** Whether its values are the parties: they may be spoken of as a group, but not be unknown. */
  readonly isParty: boolean;
  /** What each value, and each group of values, is called. */
  readonly values: ReadonlyMap<string, string>;
  /** What can be chosen, under headings; one without a heading where there are none. */
  readonly choices: readonly Choices[];
  /** The provisions that values rest on, such as the one that punishes an offence. */
  readonly citations: ReadonlyMap<string, Citation>;
  /** The provision whose main rule a presumption is, by the value presumed. */
  readonly bases: ReadonlyMap<string, Citation>;
}

export interface Choices {
  readonly heading: string;
  readonly values: readonly string[];
}

export interface RuleText {
  readonly citation: Citation;
  /** The provision's heading. */
  readonly heading: string;
  readonly sentence: string;
  readonly through?: Citation;
  readonly aContrario: boolean;
  readonly source: RuleSource;
}

/** The two concepts whose values are the parties. */
export const SENDER = 'avsändare';
export const RECIPIENT = 'mottagare';
/** The concept that says what kind of information it is. */
const INFORMATION = 'uppgift';
/** The concept that a party's own nature (`är`) speaks of, by the concept whose value the party is. */
/** For each party, the concept that says by whom it is run. */
export const NATURE: Readonly<Record<string, string>> = { [SENDER]: 'avsändaren är', [RECIPIENT]: 'mottagaren är' };

export interface RuleDraft {
  readonly provisions: readonly Located<Provision>[];
  readonly entries: readonly Located<Entry>[];
  readonly concepts?: Located<ConceptsSource>;
  readonly english?: Located<EnglishSource>;
  readonly coverage?: Located<CoverageSource>;
  readonly cases: readonly Located<readonly Case[]>[];
  readonly vocabulary?: Located<Vocabulary>;
}

/** Looks every name up. The rulebook is absent where the folder has no concepts; it is whole only when there are no problems. */
export function rulebookOf(draft: RuleDraft): { readonly rulebook?: Rulebook; readonly problems: readonly Problem[] } {
  const { concepts: file } = draft;
  if (file === undefined) return { problems: [] };
  const problems: Problem[] = [];
  const names = namesOf(file, problems);
  const concepts = file.value.concepts.map((source) => conceptOf(source, file, names, problems));
  const located = draft.provisions.flatMap((provision) =>
    provision.value.rules.map((source, index) => ({ provision, source, index })),
  );
  const bars = new Set(
    located
      .filter(({ source }) => source.effect.verb === 'bars')
      .map(({ provision }) => sectionKey(provision.value.citation)),
  );
  const built = located.map(({ provision, source, index }) => {
    const at: At = { file: provision, path: ['regler', index], names, problems };
    return { rule: ruleOf(provision.value, source, index, at, bars), provision, source, index };
  });
  const coverage = (draft.coverage?.value.rows ?? []).map(({ when, covered }, index) => ({
    when: draft.coverage
      ? conditionOf(when, { file: draft.coverage, path: ['täckning', index, 'när'], names, problems })
      : NEVER,
    covered,
  }));
  for (const cases of draft.cases) checkCases(cases, names, problems);
  for (const entry of draft.entries)
    checkStated(entry.value.situation?.stated ?? {}, { file: entry, path: [], names, problems });
  if (draft.vocabulary !== undefined) checkVocabulary(draft.vocabulary, names, problems);
  const texts = new Map(file.value.concepts.map((source) => [source.id, textOf(source, file.value.parties)]));
  const rows = draft.coverage?.value.rows ?? [];
  const leftOut = draft.coverage?.value.leftOut ?? [];
  return {
    problems,
    rulebook: {
      ruleSet: { concepts, rules: built.map(({ rule }) => rule), coverage },
      concepts: texts,
      rules: new Map(
        built.map(({ rule, provision, source }) => [
          rule.id,
          {
            citation: provision.value.citation,
            heading: provision.value.heading,
            sentence: source.sentence,
            ...(source.through === undefined ? {} : { through: source.through }),
            aContrario: source.aContrario,
            source,
          },
        ]),
      ),
      uncovered: rows.map(({ sentence }) => sentence),
      leftOut: leftOut.map(({ sentence }) => sentence),
      ...(draft.english && {
        english: {
          concepts: new Map([...texts].map(([id, text]) => [id, inEnglish(text, draft.english?.value)])),
          uncovered: rows.map(({ sentence, english }) => english ?? sentence),
          leftOut: leftOut.map(({ sentence, english }) => english ?? sentence),
        },
      }),
      cases: draft.cases.flatMap(({ value }) => value),
      places: {
        rules: new Map(built.map(({ rule, provision, index }) => [rule.id, provision.placeOf(['regler', index])])),
        concepts: new Map(file.value.concepts.map(({ id }) => [id, file.placeOf(['begrepp', id])])),
        cases: new Map(
          draft.cases.flatMap(({ value, placeOf }) =>
            value.map(({ id }, index) => [id, placeOf(['fall', index])] as const),
          ),
        ),
        situations: new Map(
          draft.entries.flatMap(({ value, placeOf }) =>
            value.situation === undefined ? [] : [[value.id, placeOf(['utfall'])] as const],
          ),
        ),
        coverage: draft.coverage?.placeOf(['täckning']) ?? file.placeOf([]),
      },
    },
  };
}

// ---- names ------------------------------------------------------------------------------------------------------

/** For each concept, what each value or group name stands for. */
type Names = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

interface At {
  readonly file: Located<unknown>;
  readonly path: ValuePath;
  readonly names: Names;
  readonly problems: Problem[];
}

function namesOf(file: Located<ConceptsSource>, problems: Problem[]): Names {
  const parties = partyValues(file, problems);
  return new Map(
    file.value.concepts.map((concept) => [
      concept.id,
      concept.values === undefined ? parties : new Map(concept.values.map(({ id }) => [id, new Set([id])])),
    ]),
  );
}

/** Each party with the parties that it stands for: itself, or the parts of its parts. */
function partyValues(file: Located<ConceptsSource>, problems: Problem[]): ReadonlyMap<string, ReadonlySet<string>> {
  const { parties } = file.value;
  const byId = new Map(parties.map((party) => [party.id, party]));
  const leaves = (id: string, above: readonly string[]): string[] => {
    const party = byId.get(id);
    if (party === undefined || above.includes(id)) return [];
    return party.parts.length === 0 ? [id] : party.parts.flatMap((part) => leaves(part, [...above, id]));
  };
  for (const { id, parts } of parties) {
    parts.forEach((part, index) => {
      if (byId.has(part) && leaves(part, [id]).length > 0) return;
      const next = meant(part, [...byId.keys()]);
      problems.push(
        problemAt(file, ['parter', id, 'delar', index], 'unknown-value', `Parten «${part}» finns inte.`, next),
      );
    });
  }
  return new Map(parties.map(({ id }) => [id, new Set(leaves(id, []))]));
}

function valuesOf(
  concept: string,
  given: readonly string[],
  at: At,
  keyPath: ValuePath,
): ReadonlySet<string> | undefined {
  const known = at.names.get(concept);
  if (known === undefined) {
    const next = meant(concept, [...at.names.keys()]);
    at.problems.push(
      problemAt(at.file, keyPath, 'unknown-concept', `Begreppet «${concept}» finns inte i begrepp.yml.`, next),
    );
    return undefined;
  }
  for (const value of given) {
    if (known.has(value)) continue;
    const message = `«${value}» är inget värde för «${concept}».`;
    at.problems.push(problemAt(at.file, keyPath, 'unknown-value', message, meant(value, [...known.keys()])));
  }
  return new Set(given.flatMap((value) => [...(known.get(value) ?? [])]));
}

function meant(name: string, known: readonly string[]): string {
  const near = closest(name, known);
  return near === undefined ? `Välj bland: ${known.join(', ')}.` : `Menade du «${near}»?`;
}

function problemAt(file: Located<unknown>, path: ValuePath, code: ProblemCode, message: string, next: string): Problem {
  return { ...file.placeOf(path), code, message, next };
}

// ---- concepts ---------------------------------------------------------------------------------------------------

function conceptOf(source: ConceptSource, file: Located<ConceptsSource>, names: Names, problems: Problem[]): Concept {
  const path: ValuePath = ['begrepp', source.id];
  const at: At = { file, path, names, problems };
  const own = names.get(source.id) ?? new Map<string, ReadonlySet<string>>();
  const values = [...own].filter(([name, leaves]) => leaves.size === 1 && leaves.has(name)).map(([name]) => name);
  const later = new Set(
    file.value.concepts.slice(file.value.concepts.findIndex(({ id }) => id === source.id) + 1).map(({ id }) => id),
  );
  const gives = (given: readonly { concept: string; values: readonly string[] }[], where: ValuePath): Facts =>
    new Map(
      given.flatMap(({ concept, values: allowed }) => {
        const found = valuesOf(concept, allowed, at, [...where, concept]);
        if (found !== undefined && !later.has(concept)) {
          const next = `Flytta «${concept}» så att det står efter «${source.id}».`;
          problems.push(
            problemAt(
              file,
              [...where, concept],
              'backward-gives',
              'Ett värde kan bara ge något om ett begrepp längre ner.',
              next,
            ),
          );
        }
        return found === undefined ? [] : [[concept, found] as const];
      }),
    );
  const nature = NATURE[source.id];
  const partyGives = (party: PartySource): Facts =>
    party.is.length === 0 || nature === undefined
      ? new Map()
      : new Map([[nature, valuesOf(nature, party.is, at, ['parter', party.id, 'är']) ?? new Set()]]);
  const isParty = source.values === undefined;
  const groups = isParty
    ? file.value.parties
        .filter(({ parts }) => parts.length > 0)
        .map((party): [string, Group] => [
          party.id,
          { values: own.get(party.id) ?? new Set(), gives: partyGives(party) },
        ])
    : [];
  const given: [string, Facts][] = isParty
    ? file.value.parties.filter(({ parts }) => parts.length === 0).map((party) => [party.id, partyGives(party)])
    : (source.values ?? []).map((value) => [value.id, gives(value.gives, [...path, 'värden', value.id, 'ger'])]);
  source.attainable.forEach((value, index) => valuesOf(source.id, [value], at, [...path, 'kan uppnås', index]));
  if (source.resting !== undefined) valuesOf(source.id, [source.resting], at, [...path, 'annars']);
  return {
    id: source.id,
    values,
    groups: new Map(groups),
    gives: new Map(given.filter(([, facts]) => facts.size > 0)),
    assessment: source.assessment,
    ...(source.resting === undefined ? {} : { resting: source.resting }),
    attainable: new Set(source.attainable),
    presumptions: source.presumptions.map(({ value, when, basis }, index) => {
      const where: ValuePath = [...path, 'antas', index];
      valuesOf(source.id, [value], at, [...where, 'värde']);
      if (source.assessment && basis === undefined) {
        const message = `«${source.id}» är en bedömning, och ett antagande om den behöver stöd i lag.`;
        problems.push(
          problemAt(
            file,
            where,
            'missing-key',
            message,
            'Skriv «stöd:» och bestämmelsen vars huvudregel det är, eller ta bort antagandet.',
          ),
        );
      }
      return { value, when: conditionOf(when, { ...at, path: [...where, 'när'] }) };
    }),
  };
}

function textOf(source: ConceptSource, parties: readonly PartySource[]): ConceptText {
  const values = source.values ?? parties.map(({ id, name }) => ({ id, text: name, citation: undefined }));
  return {
    id: source.id,
    name: source.id,
    question: source.question,
    ...(source.help === undefined ? {} : { help: source.help }),
    assessment: source.assessment,
    ...(source.resting === undefined ? {} : { resting: source.resting }),
    isParty: source.values === undefined,
    values: new Map(values.map(({ id, text }) => [id, text])),
    choices:
      source.values === undefined ? partyChoices(parties) : [{ heading: '', values: values.map(({ id }) => id) }],
    citations: new Map(values.flatMap(({ id, citation }) => (citation === undefined ? [] : [[id, citation] as const]))),
    bases: new Map(
      source.presumptions.flatMap(({ value, basis }) => (basis === undefined ? [] : [[value, basis] as const])),
    ),
  };
}

/** The concept as it is spoken of in English. What lacks its English stays Swedish, but then there is a problem too. */
function inEnglish(text: ConceptText, english: EnglishSource | undefined): ConceptText {
  const said = english?.concepts[text.id];
  if (english === undefined || said === undefined) return text;
  const values = text.isParty ? english.parties : said.values;
  return {
    ...text,
    name: said.name,
    question: said.question,
    ...(said.help === undefined ? {} : { help: said.help }),
    values: new Map([...text.values].map(([id, name]) => [id, values[id] ?? name])),
    choices: text.choices.map(({ heading, values: chosen }) => ({
      heading: english.headings[heading] ?? heading,
      values: chosen,
    })),
  };
}

function partyChoices(parties: readonly PartySource[]): Choices[] {
  const choices: { heading: string; values: string[] }[] = [];
  for (const { id, heading, onlyInRules } of parties) {
    if (heading !== undefined || choices.length === 0) choices.push({ heading: heading ?? '', values: [] });
    if (!onlyInRules) choices.at(-1)?.values.push(id);
  }
  return choices.filter(({ values }) => values.length > 0);
}

// ---- rules ------------------------------------------------------------------------------------------------------

function ruleOf(provision: Provision, source: RuleSource, index: number, at: At, bars: ReadonlySet<string>): Rule {
  const key = sectionKey(provision.citation);
  const validFrom = later(provision.validFrom, source.validFrom);
  const validTo = earlier(provision.validTo, source.validTo);
  const dated = provision.validFrom === undefined ? '' : ` (${provision.validFrom})`;
  return {
    id: `${key}${index === 0 ? '' : ` regel ${index + 1}`}${dated}`,
    provision: key,
    effect: effectOf(source, at, bars),
    when: conditionOf(source.when, { ...at, path: [...at.path, 'när'] }),
    unless: source.unless === undefined ? NEVER : conditionOf(source.unless, { ...at, path: [...at.path, 'om inte'] }),
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validTo === undefined ? {} : { validTo }),
  };
}

function effectOf({ effect }: RuleSource, at: At, bars: ReadonlySet<string>): Bars | Lifts | Rule['effect'] {
  if (effect.verb === 'bars') return effect;
  const except = keysOf(effect.except, 'utom', at, bars);
  if (effect.verb === 'requires') return { verb: 'requires', except };
  const target: Target =
    typeof effect.target === 'string'
      ? { kind: effect.target }
      : { kind: 'provisions', provisions: keysOf(effect.target, 'bryter', at, bars) };
  return { verb: 'lifts', target, except };
}

/** The provisions as keys; one without a rule that bars is a slip, for nothing could come of it. */
function keysOf(citations: readonly Citation[], key: string, at: At, bars: ReadonlySet<string>): ReadonlySet<string> {
  citations.forEach((citation, index) => {
    if (bars.has(sectionKey(citation))) return;
    const message = `${sectionKey(citation)} har ingen regel som hindrar, så den kan inte stå här.`;
    at.problems.push(
      problemAt(
        at.file,
        [...at.path, key, index],
        'no-such-rule',
        message,
        'Ta bort den, eller skriv regeln i dess fil.',
      ),
    );
  });
  return new Set(citations.map(sectionKey));
}

function conditionOf({ facts, anyOf }: ConditionSource, at: At): Condition {
  const every = facts.map(({ concept, values }): Condition => ({
    kind: 'is',
    concept,
    values: valuesOf(concept, values, at, [...at.path, concept]) ?? new Set(),
  }));
  if (anyOf.length === 0) return { kind: 'every', of: every };
  const some = anyOf.map((each, index) => conditionOf(each, { ...at, path: [...at.path, 'någon av', index] }));
  return { kind: 'every', of: [...every, { kind: 'some', of: some }] };
}

function checkStated(stated: Stated, at: At): void {
  for (const [concept, value] of Object.entries(stated))
    valuesOf(concept, value === UNKNOWN ? [] : [value], at, [...at.path, 'fakta', concept]);
}

function checkCases(cases: Located<readonly Case[]>, names: Names, problems: Problem[]): void {
  cases.value.forEach(({ stated, open, ways }, index) => {
    const at: At = { file: cases, path: ['fall', index], names, problems };
    checkStated(stated, at);
    open.forEach((concept, place) => valuesOf(concept, [], at, [...at.path, 'ska bedömas', place]));
    ways.forEach((concept, place) => valuesOf(concept, [], at, [...at.path, 'vägar', place]));
  });
}

function checkVocabulary(file: Located<Vocabulary>, names: Names, problems: Problem[]): void {
  const at: At = { file, path: [], names, problems };
  const { parties, concepts, kinds } = file.value;
  for (const party of Object.keys(parties)) valuesOf(SENDER, [party], at, ['parter', party]);
  for (const [concept, byValue] of Object.entries(concepts)) {
    if (valuesOf(concept, [], at, ['begrepp', concept]) === undefined) continue;
    for (const value of Object.keys(byValue))
      if (value !== NOT_SAID) valuesOf(concept, [value], at, ['begrepp', concept, value]);
  }
  const lists = {
    enskilda: kinds.individuals,
    'den det gäller': kinds.concerned,
    yrken: kinds.professions,
    skolor: kinds.schools,
    frågar: kinds.inquirers,
  };
  for (const [key, list] of Object.entries(lists))
    list.forEach((party, index) => valuesOf(SENDER, [party], at, ['sorter', key, index]));
  kinds.overriding.forEach((kind, index) => valuesOf(INFORMATION, [kind], at, ['sorter', 'går före', index]));
}

function later(a: string | undefined, b: string | undefined): string | undefined {
  return a === undefined || (b !== undefined && b > a) ? b : a;
}

function earlier(a: string | undefined, b: string | undefined): string | undefined {
  return a === undefined || (b !== undefined && b < a) ? b : a;
}
