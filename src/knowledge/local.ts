// What a municipality lays on top of ours: who to ask there, what its units are called, and its own words to an answer.
import { z } from 'zod';
import { sectionKey, type Citation } from '../law/citation.ts';
import { parseCitation } from '../law/parse.ts';
import { citation, day, line, LONGEST_WORDING } from './fields.ts';

/** What a local folder says of itself. */
export interface LocalSource {
  /** Whose folder it is, as it is shown: "Exempelköpings kommun". */
  readonly name: string;
  readonly contacts: readonly ContactSource[];
  /** Party -> what it is called there. */
  readonly partyNames: Readonly<Record<string, readonly string[]>>;
}

/** Someone to turn to. */
export interface ContactSource {
  /** What for: "Orosanmälan". */
  readonly role: string;
  readonly name?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly url?: string;
  /** When and how, in a sentence or two. */
  readonly note?: string;
  readonly shownAt: readonly ShownAt[];
}

/** Where a contact is shown: at every answer, at an entry or a whole topic, or at answers that rest on a provision. */
export type ShownAt = 'always' | { readonly topic: string } | { readonly provision: Citation };

export interface Contact extends ContactSource {
  /** Whose contact it is. */
  readonly origin: string;
}

/** What a local folder adds to an entry of ours. */
export interface AdditionSource {
  /** The entry that it is laid under. */
  readonly id: string;
  readonly wordings: readonly string[];
  readonly citations: readonly Citation[];
  readonly checked: string;
  /** Markdown. */
  readonly body: string;
}

export interface Addition extends AdditionSource {
  readonly origin: string;
}

/** The topic of contacts that are shown when someone is in danger. */
export const URGENT_TOPIC = 'akut';

const ALWAYS = 'alltid';
const TOPIC = /^[a-z0-9-]+(?:\/[a-z0-9-]+)*$/u;

const place = z
  .string()
  .transform((text, context): ShownAt => {
    if (text === ALWAYS) return 'always';
    const provision = parseCitation(text);
    if (provision !== undefined) return { provision };
    if (TOPIC.test(text)) return { topic: text };
    context.addIssue({
      code: 'custom',
      message: `«${text}» är varken ett lagrum, ett ämne eller en fråga.`,
      params: {
        next: 'Skriv till exempel SoL 19:1, orosanmalan, orosanmalan/anmalningsplikt-i-skolan, akut eller alltid.',
      },
    });
    return z.NEVER;
  })
  .describe('Ett lagrum, ett ämne, en fråga, «akut» eller «alltid».');

const contactFile = z.strictObject({
  för: line(80).describe('Vad man vänder sig dit med, till exempel Orosanmälan.'),
  namn: line(120).optional(),
  telefon: line(60).optional(),
  'e-post': z.email().optional(),
  länk: z.url({ protocol: /^https$/u }).optional(),
  upplysning: line(300).optional().describe('Tider och annat, i en mening eller två.'),
  'visas vid': z.array(place).min(1),
});

const localShape = z.strictObject({
  namn: line(80).describe('Vems mappen är. Visas i svaren.'),
  kontakter: z.array(contactFile).optional(),
  kallas: z
    .record(z.string(), z.array(line(80)).min(1))
    .optional()
    .describe('Vad parterna i begrepp.yml heter hos er, till exempel socialtjänst: [Mottagningen].'),
});

export const localFile = localShape.transform((file): LocalSource => ({
  name: file.namn,
  contacts: (file.kontakter ?? []).map((contact) => ({
    role: contact.för,
    ...(contact.namn === undefined ? {} : { name: contact.namn }),
    ...(contact.telefon === undefined ? {} : { phone: contact.telefon }),
    ...(contact['e-post'] === undefined ? {} : { email: contact['e-post'] }),
    ...(contact.länk === undefined ? {} : { url: contact.länk }),
    ...(contact.upplysning === undefined ? {} : { note: contact.upplysning }),
    shownAt: contact['visas vid'],
  })),
  partyNames: file.kallas ?? {},
}));

const additionShape = z.strictObject({
  tillägg: z.literal('ja').describe('Säger att texten läggs till den gemensamma frågan, och inte ersätter den.'),
  'andra formuleringar': z.array(line(LONGEST_WORDING)).optional(),
  lagrum: z.array(citation).optional(),
  kontrollerad: day,
});

export const additionFile = additionShape.transform((file): Omit<AdditionSource, 'id' | 'body'> => ({
  wordings: file['andra formuleringar'] ?? [],
  citations: file.lagrum ?? [],
  checked: file.kontrollerad,
}));

/** The keys that may stand in each, for "Menade du …?". */
export const localKeys = {
  lokalt: Object.keys(localShape.shape),
  tillagg: Object.keys(additionShape.shape),
  kontakter: Object.keys(contactFile.shape),
} as const;

/** The contacts to show with an answer: what it is about as entries' ids, and what it rests on. */
export function contactsFor(
  contacts: readonly Contact[],
  about: { readonly entries: readonly string[]; readonly citations: readonly Citation[] },
): Contact[] {
  const keys = new Set(about.citations.map(sectionKey));
  return contacts.filter(({ shownAt }) =>
    shownAt.some((shown) => {
      if (shown === 'always') return true;
      if ('provision' in shown) return keys.has(sectionKey(shown.provision));
      return about.entries.some((id) => id === shown.topic || id.startsWith(`${shown.topic}/`));
    }),
  );
}
