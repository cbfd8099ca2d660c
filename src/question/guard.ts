// The guard: personal data is found and masked before anything else sees the text.
import { findPhoneNumbersInText } from 'libphonenumber-js/max';
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
  const plain = sameLengthPlain(text);
  const found = [...identityNumbers(plain), ...emails(plain), ...phoneNumbers(plain)].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  );
  const personalData = found.filter((data, i) => !found.slice(0, i).some((earlier) => earlier.end > data.start));
  const masked = personalData.reduceRight(
    (rest, { kind, start, end }) => `${rest.slice(0, start)}[${kind}]${rest.slice(end)}`,
    text,
  );
  return { text: masked, personalData };
}

// The package exports its class itself; its types say that it stands under `default`.
const Personnummer = personnummer as unknown as typeof personnummer.default;

/** Ten or twelve digits with the spaces and dashes that people and Slack put between them. */
const IDENTITY_NUMBER = /(?<!\d)(?:(?:19|20) ?)?\d{2} ?\d{2} ?\d{2} ?[-+]? ?\d{2} ?\d{2}(?!\d)/gu;
const EMAIL = /[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,5}/gu;

function identityNumbers(text: string): PersonalData[] {
  return [...text.matchAll(IDENTITY_NUMBER)].flatMap((match): PersonalData[] => {
    const kind = identityKind(match[0].replaceAll(' ', ''));
    return kind === undefined ? [] : [{ kind, start: match.index, end: match.index + match[0].length }];
  });
}

function identityKind(number: string): PersonalDataKind | undefined {
  if (!Personnummer.valid(number)) return undefined;
  return Personnummer.parse(number).isCoordinationNumber() ? 'samordningsnummer' : 'personnummer';
}

function emails(text: string): PersonalData[] {
  return [...text.matchAll(EMAIL)].map((match) => ({
    kind: 'e-post',
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function phoneNumbers(text: string): PersonalData[] {
  return (
    findPhoneNumbersInText(text, 'SE')
      // A date ("2026-11-22") is a valid number to the library: a Swedish number is dialled with 0 or +.
      .filter(({ startsAt }) => /[+0(]/u.test(text[startsAt] ?? ''))
      .map(({ startsAt, endsAt }) => ({ kind: 'telefon', start: startsAt, end: endsAt }))
  );
}

/** Plain spaces and dashes, character for character, so that places in it are places in the text as given. */
function sameLengthPlain(text: string): string {
  return text.replaceAll(/[\u00A0\u2007-\u200A\u202F]/gu, ' ').replaceAll(/[\u2010-\u2015\u2212]/gu, '-');
}
