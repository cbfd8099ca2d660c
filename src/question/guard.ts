// The guard: personal data is found and masked before anything else sees the text.
import { isValidPhoneNumber } from 'libphonenumber-js/max';
import personnummer from 'personnummer';

export type PersonalDataKind = 'personnummer' | 'samordningsnummer' | 'e-post' | 'telefon';

/** Where personal data stood, in UTF-16 units of the text as given. The data itself is not kept. */
export interface PersonalData {
  readonly kind: PersonalDataKind;
  readonly start: number;
  readonly end: number;
}

export interface Guarded {
  /** The text with each finding replaced by its kind in brackets. */
  readonly text: string;
  readonly personalData: readonly PersonalData[];
}

/** Masks what points to a person. Findings come in the order of the text and do not overlap. */
export function guard(text: string): Guarded {
  const personalData = findAll(sameLengthPlain(text)).sort((a, b) => a.start - b.start);
  return { text: replaced(text, personalData, ({ kind }) => `[${kind}]`), personalData };
}

type Finder = (text: string) => PersonalData[];

/**
 * Each finder looks at what those before it left, and all look again until there is nothing more: what one kind was
 * part of may hide another.
 */
function findAll(text: string): PersonalData[] {
  const found: PersonalData[] = [];
  let rest = text;
  let before: number;
  do {
    before = found.length;
    for (const find of FINDERS) {
      const more = find(rest);
      rest = replaced(rest, more, ({ start, end }) => `[${'x'.repeat(end - start - 2)}]`);
      found.push(...more);
    }
  } while (found.length > before);
  return found;
}

function replaced(text: string, found: readonly PersonalData[], by: (data: PersonalData) => string): string {
  let out = '';
  let at = 0;
  for (const data of found) {
    out += text.slice(at, data.start) + by(data);
    at = data.end;
  }
  return out + text.slice(at);
}

// The package exports its class itself; its types say that it stands under `default`.
const Personnummer = personnummer as unknown as typeof personnummer.default;

/**
 * Ten or twelve digits with the spaces and dashes that people and Slack put between them. Looked for at every place, as
 * "kl 1430 121212-1212" holds ten digits already before the number itself.
 */
const IDENTITY_NUMBER =
  /(?<!\d)(?=((?:(?:19|20) ?)?\d{2}(?: ?\d{2} ?\d{2} ?[-+]? ?\d{2} ?|-\d{2}-\d{2}[-+ ]\d{2})\d{2})(?!\d))/gu;
const EMAIL = /[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,5}/gu;

function identityNumbers(text: string): PersonalData[] {
  const found: PersonalData[] = [];
  for (const { index: start, 1: written = '' } of text.matchAll(IDENTITY_NUMBER)) {
    const kind = identityKind(written);
    const end = start + written.length;
    const last = found.at(-1);
    if (kind === undefined) continue;
    if (last !== undefined && last.end > start) found[found.length - 1] = { ...last, end };
    else found.push({ kind, start, end });
  }
  return found;
}

function identityKind(written: string): PersonalDataKind | undefined {
  const number = written.replaceAll(/[ -]/gu, ''); // a dash says no more than none; a plus says a hundred years
  if (!Personnummer.valid(number)) return MISTYPED.test(written) ? 'personnummer' : undefined;
  return Personnummer.parse(number).isCoordinationNumber() ? 'samordningsnummer' : 'personnummer';
}

/**
 * A day and four digits point to a person also when one digit was mistyped and the check digit is wrong: with the century,
 * or with a sign or a space before the last four.
 */
const MONTH = String.raw`(?:0[1-9]|1[0-2])`;
const DAY = String.raw`(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])`;
const MISTYPED = new RegExp(
  String.raw`^(?:(?:19|20) ?\d{2}[ -]?${MONTH}[ -]?${DAY} ?[-+]? ?|\d{2}[ -]?${MONTH}[ -]?${DAY}(?: ?[-+] ?| ))\d{2} ?\d{2}$`,
  'u',
);

function emails(text: string): PersonalData[] {
  return [...text.matchAll(EMAIL)].map((match) => ({
    kind: 'e-post',
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/**
 * Where a number that is dialled with 0 or + may begin, and as much as may belong to it. Not behind "2026-", which makes
 * it a date. The library's own search is not used: it takes "kl 14, 070-174 06 05" for an extension of 14, and gives up
 * on two numbers in a row.
 */
const PHONE_NUMBER = /(?<!\d[-.:/]?)(?=(\(?[+0][\d ()./-]{6,30}))/gu;
/** "08.30-16.30" and "08-11-2026" would be numbers to Stockholm. */
const TIMES_OR_DATE = /^\d{2}(?:\.\d{2} ?- ?\d{2}\.\d{2}|[-./]\d{2}[-./](?:19|20)\d{2})(?!\d)/u;

function phoneNumbers(text: string): PersonalData[] {
  const found: PersonalData[] = [];
  for (const { index, 1: run = '' } of text.matchAll(PHONE_NUMBER)) {
    if (index < (found.at(-1)?.end ?? 0)) continue;
    const number = phoneNumberIn(run);
    if (number !== undefined) found.push({ kind: 'telefon', start: index, end: index + number.length });
  }
  return found;
}

/** The longest part of the run, from its beginning, that is a phone number. */
function phoneNumberIn(run: string): string | undefined {
  if (TIMES_OR_DATE.test(run)) return undefined;
  const [fewest, most] = /^\(?0(?!0)/u.test(run) ? [8, 10] : [9, 15];
  for (let end = run.length; end > 0; end -= 1) {
    const part = run.slice(0, end);
    const digits = part.replaceAll(/\D/gu, '').length;
    if (digits < fewest) return undefined;
    if (digits > most || !/\d$/u.test(part) || /^\d/u.test(run.slice(end))) continue;
    if ((!part.startsWith('(') || part.includes(')')) && isValidPhoneNumber(part, 'SE')) return part;
  }
  return undefined;
}

const FINDERS: readonly Finder[] = [emails, identityNumbers, phoneNumbers];

/** Plain spaces and dashes, character for character, so that places in it are places in the text as given. */
function sameLengthPlain(text: string): string {
  return text.replaceAll(/[\t\p{Zs}]/gu, ' ').replaceAll(/[\u00AD\u2010-\u2015\u2212]/gu, '-');
}
