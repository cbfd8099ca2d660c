// A rule read aloud: its data as one Swedish sentence, so that a lawyer can hold it against the statute without reading code.
// Nothing is judged here. Parties are named by the widest name that the folder has for them, and what a party's own name
// already says is left out.
import { sectionKey } from '../law/citation.ts';
import { RECIPIENT, SENDER, type Rulebook } from '../knowledge/rulebook.ts';
import type { Concept, ConceptId, Condition, Effect, Presumption, Rule, Target, Value } from '../rules/rule.ts';
import { NATURES, PHRASES } from './rule-words.ts';
import { list, longDate } from './words.ts';

/** "Hindrar utlämnande när avsändaren är polisen …, om det inte står klart att ingen lider men. Till skydd för enskild." */
export function ruleSentence(rule: Rule, book: Rulebook): string {
  const when = clauses(rule.when, book);
  const effect = effectWords(rule.effect);
  const condition = when.length === 0 ? '' : `${effect.includes(',') ? ',' : ''} när ${every(when)}`;
  const unless = unlessWords(rule.unless, book);
  return [`${effect}${condition}${unless === '' ? '' : `, ${unless}`}.`, ...remarks(rule, book)].join(' ');
}

/** "avsändaren är polisen och mottagaren har begärt uppgiften"; empty for what is always so. */
export function conditionWords(condition: Condition, book: Rulebook): string {
  return every(clauses(condition, book));
}

/** "Utgångspunkten är att mottagaren inte är part i ärendet, när avsändaren är polisen. Stöd: OSL 10:3." */
export function presumptionSentence(concept: Concept, { value, when }: Presumption, book: Rulebook): string {
  const basis = book.concepts.get(concept.id)?.bases.get(value);
  const condition = conditionWords(when, book);
  const fact = factWords(concept.id, [value], book);
  return [
    condition === '' ? `Utgångspunkten är alltid att ${fact}.` : `Utgångspunkten är att ${fact}, när ${condition}.`,
    ...(basis === undefined ? [] : [`Stöd: ${sectionKey(basis)}.`]),
  ].join(' ');
}

/** One fact as a clause: "samtycke finns", "avsändaren är skolan eller förskolan". A group's name stands as it is. */
export function factWords(concept: ConceptId, values: readonly Value[], book: Rulebook): string {
  const text = (value: Value) => book.concepts.get(concept)?.values.get(value) ?? value;
  if (concept === SENDER) return `avsändaren är ${either(partyNames(concept, values, book))}`;
  if (concept === RECIPIENT) return `mottagaren är ${either(partyNames(concept, values, book))}`;
  const of = partyOf(concept);
  if (of !== undefined)
    return `${of} är ${either(values.map((value) => NATURES[value]?.party ?? inside(text(value))))}`;
  const phrase = PHRASES[concept];
  const known = (value: Value) => phrase?.values[value];
  const whole = phrase?.together?.[inOrder(concept, values, book).join(', ')];
  if (whole !== undefined) return whole;
  if (phrase?.lead !== undefined)
    return `${phrase.lead} ${either(values.map((value) => known(value) ?? inside(text(value))))}`;
  // Most values read as clauses of their own in the editors' words: only a bare yes or no needs its question.
  if (values.every((value) => known(value) !== undefined || !isBare(text(value))))
    return either(values.map((value) => known(value) ?? inside(text(value))));
  const question = book.concepts.get(concept)?.question ?? concept;
  return `svaret på «${question}» är ${either(values.map((value) => `«${text(value)}»`))}`;
}

function isBare(text: string): boolean {
  return /^(?:ja|nej)(?:\b|$)/iu.test(text);
}

/** The parties by as few names as the folder's own umbrella names allow: the widest first, and none twice over. */
export function partyNames(concept: ConceptId, values: readonly Value[], book: Rulebook): string[] {
  const of = book.ruleSet.concepts.find(({ id }) => id === concept);
  const names = book.concepts.get(concept)?.values;
  const text = (name: string) => names?.get(name) ?? name;
  const all = new Set(values.flatMap((value) => [...(of?.groups.get(value)?.values ?? [value])]));
  if (values.length === 1 && values[0] !== undefined) return [text(values[0])];
  const umbrellas = [...(of?.groups ?? [])].filter(([, group]) => [...group.values].every((value) => all.has(value)));
  const left = new Set(all);
  const chosen: string[] = [];
  for (;;) {
    const fresh = ([, group]: (typeof umbrellas)[number]) =>
      [...group.values].filter((value) => left.has(value)).length;
    const [best] = umbrellas
      .filter((umbrella) => fresh(umbrella) > 1 && fresh(umbrella) * 2 >= umbrella[1].values.size)
      .toSorted((a, b) => fresh(b) - fresh(a) || a[1].values.size - b[1].values.size);
    if (best === undefined) break;
    chosen.push(best[0]);
    for (const value of best[1].values) left.delete(value);
  }
  return [...chosen, ...left].map(text);
}

// ---- effect -----------------------------------------------------------------------------------------------------

function effectWords(effect: Effect): string {
  switch (effect.verb) {
    case 'bars':
      return 'Hindrar utlämnande';
    case 'requires':
      return effect.except.size === 0
        ? 'Kräver utlämnande'
        : `Kräver utlämnande, men inte av det som ${list([...effect.except])} hindrar`;
    case 'lifts':
      return effect.except.size === 0
        ? `Bryter ${targetWords(effect.target)}`
        : `Bryter ${targetWords(effect.target)}, utom den i ${list([...effect.except])}`;
  }
}

function targetWords(target: Target): string {
  switch (target.kind) {
    case 'everything':
      return 'allt som annars hindrar';
    case 'secrecy':
      return 'all sekretess';
    case 'individual':
      return 'all sekretess till skydd för enskild';
    case 'provisions':
      return list([...target.provisions]);
  }
}

function remarks(rule: Rule, book: Rulebook): string[] {
  const text = book.rules.get(rule.id);
  const { effect, validFrom, validTo } = rule;
  const from = validFrom === undefined ? '' : ` från och med den ${longDate(validFrom)}`;
  const to = validTo === undefined ? '' : ` till och med den ${longDate(validTo)}`;
  return [
    ...(effect.verb === 'bars' ? [protection(effect)] : []),
    ...(text?.through === undefined ? [] : [`Får verkan genom ${sectionKey(text.through)}.`]),
    ...(text?.aContrario === true ? ['Läst motsatsvis.'] : []),
    ...(from === '' && to === '' ? [] : [`Gäller${from}${to}.`]),
  ];
}

function protection({ kind, protects }: Extract<Effect, { verb: 'bars' }>): string {
  const whom = protects === 'individual' ? 'till skydd för enskild' : 'till skydd för det allmänna';
  switch (kind) {
    case 'secrecy':
      return `${whom[0]?.toUpperCase() ?? ''}${whom.slice(1)}.`;
    case 'silence':
      return `Tystnadsplikt ${whom}.`;
    case 'inner':
      return `Inre sekretess ${whom}.`;
  }
}

// ---- conditions -------------------------------------------------------------------------------------------------

/** The parts that must all be so, each as a clause: who first, then what, alternatives last. */
function clauses(condition: Condition, book: Rulebook): string[] {
  const parts = flat(condition);
  const facts = parts.filter((part) => part.kind === 'is');
  const rest = parts.filter((part) => part.kind !== 'is');
  return [...partyClauses(facts, book), ...factClauses(facts, book), ...rest.map((part) => otherClause(part, book))];
}

type Fact = Extract<Condition, { kind: 'is' }>;

/** What all holds, with what is "all of all of" taken apart. */
function flat(condition: Condition): readonly Condition[] {
  if (condition.kind === 'every') return condition.of.flatMap(flat);
  const [only] = condition.kind === 'some' ? condition.of : [];
  return condition.kind === 'some' && condition.of.length === 1 && only !== undefined ? flat(only) : [condition];
}

function factClauses(facts: readonly Fact[], book: Rulebook): string[] {
  return facts
    .filter(({ concept }) => concept !== SENDER && concept !== RECIPIENT && partyOf(concept) === undefined)
    .map(({ concept, values }) => factWords(concept, [...values], book));
}

/** Sender and recipient, each with who runs its activity where its name does not say so already. */
function partyClauses(facts: readonly Fact[], book: Rulebook): string[] {
  const find = (concept: ConceptId) => facts.find((fact) => fact.concept === concept);
  const [sender, recipient] = [find(SENDER), find(RECIPIENT)];
  const [senderIs, recipientIs] = [find(natureOf(SENDER)), find(natureOf(RECIPIENT))];
  const bothAuthorities = [senderIs, recipientIs].every((fact) => fact !== undefined && only(fact) === 'myndighet');
  if (sender === undefined && recipient === undefined && bothAuthorities)
    return ['både avsändaren och mottagaren är myndigheter'];
  return [
    ...partyClause(sender, senderIs, 'verksamheten', book),
    ...partyClause(recipient, recipientIs, 'mottagarens verksamhet', book),
  ];
}

function partyClause(party: Fact | undefined, nature: Fact | undefined, activity: string, book: Rulebook): string[] {
  if (party === undefined) return nature === undefined ? [] : [factWords(nature.concept, [...nature.values], book)];
  const named = factWords(party.concept, [...party.values], book);
  if (nature === undefined || impliedBy(party, nature, book)) return [named];
  return [named, `${activity} ${either([...nature.values].map((value) => NATURES[value]?.activity ?? value))}`];
}

/** Whether every one of the parties can only be of that nature. */
function impliedBy(party: Fact, nature: Fact, book: Rulebook): boolean {
  const gives = book.ruleSet.concepts.find(({ id }) => id === party.concept)?.gives;
  return [...party.values].every((value) => {
    const given = gives?.get(value)?.get(nature.concept);
    return given !== undefined && [...given].every((each) => nature.values.has(each));
  });
}

function otherClause(condition: Condition, book: Rulebook): string {
  if (condition.kind === 'not') return `det inte är så att ${conditionWords(condition.of, book)}`;
  const options = condition.kind === 'some' ? condition.of.map((option) => clauses(option, book)) : [];
  const [first, second] = options.map(every);
  const plain = options.length === 2 && options.every((option) => option.length === 1);
  return plain
    ? `antingen ${first ?? ''}, eller ${second ?? ''}`
    : `något av detta gäller: ${lettered(options.map(every))}`;
}

/** "om det inte står klart …", "om inte samtycke finns", "om inte något av detta gäller: a) …; b) …". */
function unlessWords(condition: Condition, book: Rulebook): string {
  const parts = flat(condition);
  const [only] = parts;
  if (only === undefined || (only.kind === 'some' && only.of.length === 0)) return '';
  if (parts.length > 1) return `om inte allt detta gäller: ${lettered(clauses(condition, book))}`;
  if (only.kind === 'some')
    return `om inte något av detta gäller: ${lettered(only.of.map((option) => conditionWords(option, book)))}`;
  const words = conditionWords(only, book);
  return words.startsWith('det ') && !words.startsWith('det inte ')
    ? `om det inte ${words.slice('det '.length)}`
    : `om inte ${words}`;
}

/** The values in the concept's own order, in which those of a scale stand beside each other. */
function inOrder(concept: ConceptId, values: readonly Value[], book: Rulebook): Value[] {
  const order = book.ruleSet.concepts.find(({ id }) => id === concept)?.values ?? [];
  return values.toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
}

// ---- words ------------------------------------------------------------------------------------------------------

const SUBJECT: Readonly<Record<string, string>> = { [SENDER]: 'avsändaren', [RECIPIENT]: 'mottagaren' };

/** The concept that says who runs a party's activity. */
function natureOf(party: string): ConceptId {
  return `${SUBJECT[party] ?? party} är`;
}

/** The subject, where the concept is one that says who runs a party's activity. */
function partyOf(concept: ConceptId): string | undefined {
  return [SENDER, RECIPIENT].filter((party) => natureOf(party) === concept).map((party) => SUBJECT[party])[0];
}

function only({ values }: Fact): Value | undefined {
  return values.size === 1 ? [...values][0] : undefined;
}

/** "a, b och c"; where a part has an "och" or "eller" of its own, a comma keeps the parts apart. */
function every(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  if (parts.length < 2) return last;
  const apart = parts.some((part) => / (?:och|eller) |[,:]/u.test(part));
  return `${parts.slice(0, -1).join(', ')}${apart ? ',' : ''} och ${last}`;
}

function either(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} eller ${last}`;
}

function lettered(parts: readonly string[]): string {
  return parts.map((part, index) => `${String.fromCodePoint(97 + index)}) ${part}`).join('; ');
}

/** A label as it stands inside a sentence. Abbreviations and "Sveriges" keep their capital. */
function inside(label: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(label) ? `${label[0]?.toLowerCase() ?? ''}${label.slice(1)}` : label;
}
