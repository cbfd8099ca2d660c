// What the bot says where people meet each other through it: an answer shared, thumbs, a question handed over to a person.
import type { FeedbackReason } from '../memory.ts';
import type { Spoken } from './words.ts';

/** What is said around an answer that is shown to others. */
export const sayShare = {
  share: 'Visa för alla',
  confirm: 'Visa svaret för alla i kanalen? Din fråga och ditt namn visas inte.',
  /** A verdict shows what it was reached from. */
  confirmFacts:
    'Visa svaret för alla i kanalen? Din fråga och ditt namn visas inte, men vem som lämnar till vem och det du har valt syns i svaret.',
  yes: 'Visa för alla',
  no: 'Avbryt',
  shared: 'Delat av en kollega.',
  done: 'Svaret visas nu för alla här. Din fråga och ditt namn syns inte.',
  already: 'Svaret visas redan för alla här.',
} as const;

/** What is said around the thumbs under an answer. */
export const sayFeedback = {
  good: 'Bra svar',
  bad: 'Inte bra svar',
  thanks: 'Tack! Det hjälper oss att veta vilka svar som fungerar.',
  title: 'Vad var inte bra?',
  why: 'Vad stämmer bäst?',
  reasons: {
    wrong: 'Det är fel',
    unclear: 'Det är svårt att förstå',
    missing: 'Något saknas',
    other: 'Något annat',
  } satisfies Record<FeedbackReason, string>,
  line: 'Vill du berätta mer?',
  hint: 'En rad till dem som skriver svaren. Skriv inga namn eller annat som pekar ut någon.',
  submit: 'Skicka',
  sent: 'Tack! De som skriver svaren ser vad du tycker, men inte vem du är.',
  noted: 'Tack! Jag har noterat att svaret inte hjälpte.',
} as const;

/** What is said when a question goes on to a person, and on its way back. */
export const sayHuman = {
  notRead: 'Det du skriver här läser bara jag, inte den som svarade dig. Tryck på knappen, så går det fram.',
  ask: 'Fråga en människa',
  warning:
    'Skriv inga namn, personnummer eller annat som pekar ut någon. Din fråga läses av dem som svarar, tillsammans med ditt namn.',
  insufficient: (title: string) => `Svaret som inte räckte: «${title}»`,
  noAnswer: 'Jag hade inget svar.',
  question: 'Vad behöver du hjälp med?',
  submit: 'Skicka',
  sending: 'Jag skickar …',
  blank: 'Skriv något först.',
  sent: 'Din fråga är skickad till dem som kan hjälpa dig. Svaret kommer i ett direktmeddelande från mig.',
  masked:
    'Något i det du skrev liknade ett personnummer, ett telefonnummer eller en e-postadress. Jag dolde det innan jag skickade. Namn kan jag inte känna igen.',
  notSent:
    'Det gick inte att skicka, så ingen har fått din fråga. Försök igen om en stund, eller fråga din närmaste chef, registrator eller jurist.',
  notSentHere:
    'Det gick inte att skicka, så ingen har fått din fråga: jag kommer inte åt kanalen som den ska till. Fråga din närmaste chef, registrator eller jurist, och säg gärna till den som sköter boten.',
  // ---- in the channel
  /** mrkdwn; a mention. */
  asks: (who: string) => `${who} behöver hjälp med en fråga om sekretess:`,
  notification: 'En kollega behöver hjälp med en fråga om sekretess.',
  take: 'Jag tar den',
  giveBack: 'Lämna tillbaka',
  reply: 'Svara',
  takenBy: (who: string, when: string) => `${who} har tagit frågan, ${when}.`,
  alreadyTaken: (who: string) => `${who} har redan tagit frågan. Du kan ändå svara.`,
  alreadyYours: 'Du har redan tagit frågan.',
  onlyHolder: (who: string) => `Det är ${who} som har tagit frågan, och som kan lämna tillbaka den. Du kan ändå svara.`,
  // ---- the reply
  replyTitle: 'Svara en kollega',
  replyLabel: 'Ditt svar',
  replyHint: 'Svaret går i ett direktmeddelande, med ditt namn, och syns också i tråden i kanalen.',
  noIdentityNumbers: 'Skriv inte personnummer här. Ta bort det och försök igen.',
  replySent: 'Ditt svar är skickat.',
  replyNotSent: 'Det gick inte att skicka, så din kollega har inte fått ditt svar. Försök igen om en stund.',
  replied: (who: string) => `${who} har svarat:`,
  /** mrkdwn; a mention, and what was asked about where that is known. */
  replyFrom: (who: string, about: string) =>
    about === '' ? `Svar från ${who} på din fråga:` : `Svar från ${who} på din fråga om «${about}»:`,
  replyNotification: 'Du har fått svar på din fråga om sekretess.',
  writeBack: 'Svara tillbaka',
  writeBackLabel: 'Vad vill du skriva?',
  writeBackHint:
    'Skriv inga namn eller annat som pekar ut någon. De som svarar läser det du skriver, tillsammans med ditt namn.',
  writeBackSent: 'Det är skickat till dem som svarar.',
  writeBackNotSent: 'Det gick inte att skicka, så ingen har fått det du skrev. Försök igen om en stund.',
  wroteBack: (who: string) => `${who} skriver:`,
  tooOld: 'Knappen går inte att läsa längre. Ställ frågan igen, så börjar vi om.',
} as const;

/** What one who asked in English meets around the answer, in whichever language; those who answer the question read Swedish. */
export interface PeopleWords {
  readonly share: Spoken<typeof sayShare>;
  readonly feedback: Spoken<typeof sayFeedback>;
  readonly human: Spoken<
    Pick<
      typeof sayHuman,
      | 'ask'
      | 'warning'
      | 'insufficient'
      | 'noAnswer'
      | 'question'
      | 'submit'
      | 'sending'
      | 'blank'
      | 'sent'
      | 'masked'
      | 'notSent'
      | 'notSentHere'
    >
  >;
}
