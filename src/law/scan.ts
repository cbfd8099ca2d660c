// The words of a citation: act names, and groups of sections as they stand under one chapter. Which act a group belongs
// to is not decided here.
import { ACTS, actById, type ActId } from './acts.ts';
import { ORDINALS, type Citation } from './citation.ts';

export interface ActToken {
  readonly kind: 'act';
  readonly act: ActId;
  readonly start: number;
  readonly end: number;
}

export interface GroupToken {
  readonly kind: 'group';
  readonly chapter?: string;
  readonly sections: readonly string[];
  /** What is said within the last section; more than one where several stycken are named. */
  readonly within: readonly Within[];
  /** "26 kap. 1 §" rather than "26:1": only this form is naturally followed by its act. */
  readonly long: boolean;
  readonly start: number;
  readonly end: number;
}

/** An act that is called as one of ours but has another number: "förvaltningslagen (1986:223)". */
export interface OtherActToken {
  readonly kind: 'other act';
  readonly start: number;
  readonly end: number;
}

export type Token = ActToken | OtherActToken | GroupToken;
export type Within = Pick<Citation, 'paragraph' | 'item' | 'sentence'>;

/** The tokens in order, with the text in which they were looked for: as long as the given one, with plain spaces and dashes. */
export function scan(text: string): { plain: string; tokens: Token[] } {
  const plain = text.replaceAll(/[\s\u00A0\u2007-\u200A\u202F]/gu, ' ').replaceAll(/[\u2010-\u2015\u2212]/gu, '-');
  return { plain, tokens: tokensOf(plain) };
}

const SECTION = String.raw`\d{1,3}(?:\s?[a-h]|[i-z])?(?![\p{L}\d])(?!\s*kap)(?!\s?[a-z]?\s?:\s?\d)`;
const JOIN = String.raw`\s*(?:,|-|och|samt|eller|resp(?:ektive)?\.?)\s*`;
const SECTIONS = String.raw`${SECTION}(?:${JOIN}${SECTION})*`;
const CHAPTER = String.raw`\d{1,3}(?:\s?[a-h])?`;
const KAP = String.raw`kap(?:itlet|itel)?\.?`;
const PARAGRAPH_SIGN = String.raw`(?:§(?:\s?§)?|paragraf(?:en|erna|er)?(?!\p{L}))`;

const GROUP_FORMS: readonly { readonly pattern: RegExp; readonly long: boolean }[] = [
  // 1 § i 26 kap., § 1 i 26 kapitlet, paragraf 27 i 10 kap
  {
    long: true,
    pattern: sticky(
      String.raw`(?:${PARAGRAPH_SIGN}\s*(?<sectionsA>${SECTIONS})|(?<sectionsB>${SECTIONS})\s*${PARAGRAPH_SIGN})\s+i\s+(?<chapter>${CHAPTER})\s*${KAP}(?!\p{L})`,
    ),
  },
  // 26 kap. 1 §, 2 kapitel 1 paragraf, 10 kap 27, 26 kap § 1
  {
    long: true,
    pattern: sticky(
      String.raw`(?<chapter>${CHAPTER})\s*${KAP}(?!\p{L})\s*,?\s*(?:${PARAGRAPH_SIGN}\s*)?(?<sections>${SECTIONS})(?:\s*${PARAGRAPH_SIGN})?`,
    ),
  },
  // kap. 26 § 1, kapitel 26 paragraf 1, kap 26:1
  {
    long: true,
    pattern: sticky(
      String.raw`${KAP}\s*(?<chapter>${CHAPTER})\s*[,:]?\s*(?:${PARAGRAPH_SIGN}\s*)?(?<sections>${SECTIONS})(?:\s*${PARAGRAPH_SIGN})?`,
    ),
  },
  // 26:1, 6a:10, 23:1, 2 och 5
  {
    long: false,
    pattern: sticky(String.raw`(?<chapter>${CHAPTER})\s?:\s?(?<sections>${SECTIONS})(?:\s*${PARAGRAPH_SIGN})?`),
  },
  // 10 §, § 10, 21-23 §§
  {
    long: true,
    pattern: sticky(
      String.raw`(?:${PARAGRAPH_SIGN}\s*(?<sectionsA>${SECTIONS})|(?<sectionsB>${SECTIONS})\s*${PARAGRAPH_SIGN})`,
    ),
  },
];

const ORDINAL = `(?:${ORDINALS.join('|')})`;
const WITHIN_FORMS: readonly {
  readonly pattern: RegExp;
  readonly field: keyof Within;
  readonly after?: 'paragraph';
}[] = [
  {
    field: 'paragraph',
    pattern: sticky(String.raw`\s*,?\s*(?<value>${ORDINAL}(?:${JOIN}${ORDINAL})*)\s+(?:stycke(?:t|na)?|st)(?!\p{L})`),
  },
  { field: 'paragraph', pattern: sticky(String.raw`\s*,?\s*(?:stycke|st)\.?\s?(?<value>\d{1,2})(?!\d)`) },
  { field: 'paragraph', pattern: sticky(String.raw`\s+(?<value>\d{1,2})\s?(?:stycket|st)(?!\p{L})`) },
  { field: 'sentence', pattern: sticky(String.raw`\s*,?\s*(?<value>${ORDINAL})\s+men(?:ingen)?(?!\p{L})`) },
  { field: 'sentence', pattern: sticky(String.raw`\s*,?\s*men(?:ing)?\.?\s?(?<value>\d{1,2})(?!\d)`) },
  { field: 'item', pattern: sticky(String.raw`\s*,?\s*p(?:unkt(?:en)?)?\.?\s?(?<value>\d{1,2})(?!\d)`) },
  // "första stycket 2": a bare number means a punkt only straight after a stycke
  {
    field: 'item',
    after: 'paragraph',
    pattern: sticky(String.raw`\s+(?<value>\d{1,2})(?![\d:])(?!\s*(?:kap|§|[a-z]\s*§))`),
  },
];

const ACT_NAMES = actPattern();
/** "kl 10:27" is a time of day; "KL 10:27" is the kommunallag. */
const CLOCK = /(?<!\p{L})kl(?:ockan)?\.?\s*$/u;
/** "2001:453" alone names an act as well as any abbreviation does. */
const SFS_NUMBER = sticky(String.raw`\s*\(?(?:SFS\s*)?(?<sfs>\d{4}:\d{1,4})\)?`);
const BARE_SECTION = sticky(String.raw`\s+(?<sections>${SECTIONS})(?!\s*(?:§|${KAP}|st\b(?!\.?\s?\d)))`);

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (!startsWord(text, at)) {
      at += 1;
      continue;
    }
    const found = actAt(text, at) ?? groupAt(text, at);
    if (found === undefined) {
      at += 1;
      continue;
    }
    tokens.push(found);
    at = found.end;
    const bare = found.kind === 'act' ? bareSection(text, found) : undefined;
    if (bare !== undefined) {
      tokens.push(bare);
      at = bare.end;
    }
  }
  return tokens;
}

function actAt(text: string, at: number): ActToken | OtherActToken | undefined {
  const name = match(ACT_NAMES, text, at);
  const end = at + (name?.[0].length ?? 0);
  const sfs = match(SFS_NUMBER, text, end);
  const numbered = ACTS.find((act) => act.sfs === sfs?.groups?.sfs);
  if (sfs !== undefined && numbered !== undefined)
    return { kind: 'act', act: numbered.id, start: at, end: end + sfs[0].length };
  const act = name === undefined || name[0] === 'kl' ? undefined : actNamed(name[0]);
  const isOther = sfs?.[0].includes('(') === true;
  if (act !== undefined && isOther) return { kind: 'other act', start: at, end: end + sfs[0].length };
  return act === undefined ? undefined : { kind: 'act', act, start: at, end };
}

function groupAt(text: string, at: number): GroupToken | undefined {
  if (CLOCK.test(text.slice(Math.max(0, at - 12), at))) return undefined;
  for (const { pattern, long } of GROUP_FORMS) {
    const found = match(pattern, text, at);
    if (found === undefined) continue;
    const { chapter, sections, sectionsA, sectionsB } = found.groups ?? {};
    const inner = withinAt(text, at + found[0].length);
    return {
      kind: 'group',
      ...(chapter === undefined ? {} : { chapter: compact(chapter) }),
      sections: sectionNumbers(sections ?? sectionsA ?? sectionsB ?? ''),
      within: inner.list,
      long,
      start: at,
      end: inner.end,
    };
  }
  return undefined;
}

/** "LSS 24g", "FL 10": a bare number after an act without chapters. The abbreviation must look like one. */
function bareSection(text: string, name: ActToken): GroupToken | undefined {
  if (actById(name.act).chapters || !text.startsWith(name.act, name.start)) return undefined;
  const found = match(BARE_SECTION, text, name.end);
  if (found === undefined) return undefined;
  const end = name.end + found[0].length;
  const start = name.end + found[0].search(/\S/);
  const inner = withinAt(text, end);
  const sections = sectionNumbers(found.groups?.sections ?? '');
  return { kind: 'group', sections, within: inner.list, long: false, start, end: inner.end };
}

/** What follows a section: its stycke, punkt and mening, in whatever order; a list of stycken gives one place each. */
function withinAt(text: string, from: number): { list: Within[]; end: number } {
  let end = from;
  let paragraphs: number[] = [];
  let rest: Within = {};
  let last: keyof Within | undefined;
  for (;;) {
    const form = WITHIN_FORMS.find(
      ({ pattern, field, after }) =>
        match(pattern, text, end) !== undefined &&
        (after === undefined || after === last) &&
        (field === 'paragraph' ? paragraphs.length === 0 : rest[field] === undefined),
    );
    const found = form === undefined ? undefined : match(form.pattern, text, end);
    if (form === undefined || found === undefined) break;
    const values = numbers(found.groups?.value ?? '');
    if (form.field === 'paragraph') paragraphs = values;
    else rest = { ...rest, [form.field]: values[0] };
    last = form.field;
    end += found[0].length;
  }
  const list = paragraphs.length === 0 ? [rest] : paragraphs.map((paragraph) => ({ paragraph, ...rest }));
  return { list, end };
}

/** Section numbers of a list, ranges filled in: "21-23" is 21, 22, 23 and "18 a-18 c" is 18a, 18b, 18c. */
function sectionNumbers(list: string): string[] {
  const parts = list.split(/(\s*-\s*|\s*,\s*|\s+(?:och|samt|eller|resp(?:ektive)?\.?)\s+)/u);
  const out: string[] = [];
  for (let i = 0; i < parts.length; i += 2) {
    const section = compact(parts[i] ?? '');
    const previous = out.at(-1);
    if (section === '') continue;
    if (parts[i - 1]?.includes('-') === true && previous !== undefined) out.push(...between(previous, section));
    out.push(section);
  }
  return out;
}

const LONGEST_RANGE = 60;

/** What lies between the ends of a range. Lettered sections between two numbers cannot be known from the text alone. */
export function between(from: string, to: string): string[] {
  const [a, b] = [Number.parseInt(from, 10), Number.parseInt(to, 10)];
  if (a === b && /[a-z]$/.test(from) && /[a-z]$/.test(to)) {
    const [x, y] = [from.charCodeAt(from.length - 1), to.charCodeAt(to.length - 1)];
    return Array.from({ length: Math.max(0, y - x - 1) }, (_, i) => `${a}${String.fromCharCode(x + 1 + i)}`);
  }
  const count = b - a - 1;
  return count > 0 && count <= LONGEST_RANGE ? Array.from({ length: count }, (_, i) => String(a + 1 + i)) : [];
}

function numbers(list: string): number[] {
  return list
    .toLowerCase()
    .split(/\s*(?:,|-|och|samt|eller)\s*/u)
    .map((word) => {
      const ordinal = ORDINALS.findIndex((name) => name === word.trim());
      return ordinal === -1 ? Number.parseInt(word, 10) : ordinal + 1;
    })
    .filter((n) => n > 0);
}

function compact(number: string): string {
  return number.replaceAll(/\s/g, '').toLowerCase();
}

function actNamed(written: string): ActId | undefined {
  const key = nameKey(written);
  return ACT_KEYS.get(key) ?? ACT_KEYS.get(key.replace(/s$/, ''));
}

function nameKey(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[\s-]+/g, ' ')
    .trim();
}

const ACT_KEYS = new Map<string, ActId>(
  ACTS.flatMap((act) =>
    [act.id, act.name, ...(act.aliases ?? [])].flatMap((name) =>
      inflections(name).map((form) => [nameKey(form), act.id] as const),
    ),
  ),
);

/** The definite form that the table holds, and the indefinite one: socialtjänstlagen, socialtjänstlag. */
function inflections(name: string): string[] {
  return /(?:lag|balk)en$/.test(name)
    ? [name, name.slice(0, -2)]
    : name.endsWith('ordningen')
      ? [name, name.slice(0, -2)]
      : [name];
}

/** One pattern for all names, longest first; å, ä and ö may be missing, "och" may lack its hyphen, a genitive s may follow. */
function actPattern(): RegExp {
  const names = ACTS.flatMap((act) => [act.id, act.name, ...(act.aliases ?? [])].flatMap(inflections));
  const patterns = [...new Set(names)]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replaceAll(/[åä]/g, '[åäa]').replaceAll('ö', '[öo]').replaceAll(/- | /g, '-?\\s+'));
  return sticky(`(?:${patterns.join('|')})s?(?!\\p{L})`);
}

function sticky(source: string): RegExp {
  return new RegExp(source, 'iuy');
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

function startsWord(text: string, at: number): boolean {
  return (
    /[\p{L}\d§(]/u.test(text[at] ?? '') && (text[at] === '§' || at === 0 || !/[\p{L}\d]/u.test(text[at - 1] ?? ''))
  );
}
