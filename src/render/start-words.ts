// What the bot says to those who have not asked yet: the help, the Home tab, and the small forms that they open.
import { longDate, NAME, thousands } from './words.ts';

export const sayStart = {
  help: {
    lead: `Jag är ${NAME}. Fråga mig om sekretess och tystnadsplikt med dina egna ord, utan namn eller personnummer. Svaret blir bäst om du skriver **vem som vill berätta, för vem och om vad**.`,
    waysIn: 'Så når du mig',
    direct: 'Skriv direkt till mig, eller nämn mig i en kanal: jag svarar i tråden.',
    shortcut: (name: string, description: string) => `Genvägen **${name}**: ${lowerFirst(description)}`,
    home: 'Fliken **Hem** har svaren ämne för ämne.',
    limits: 'Det här gör jag, och inte',
    does: 'Jag svarar ur ett underlag som är skrivet i förväg, med lagrum, och hittar inte på något. Vet jag inte säger jag det.',
    doesNot: 'Jag ger allmän information. Den som ansvarar för ärendet bestämmer.',
    privacy: 'Om dig',
    examples: 'Prova till exempel',
  },
  privacy:
    'Jag sparar varken din fråga eller vem som frågar, bara vilket svar som gavs eller vad som saknades. Personnummer, e-postadresser och telefonnummer döljs innan något läses. I en kanal ser andra det du skriver: fråga hellre direkt, eller med ett kommando.',
  searching: 'söker i underlaget …',
  suggested: 'Vanliga frågor',
  ownMessage:
    'Det där har jag själv skrivit. Använd genvägen på ett meddelande från någon annan, eller skriv din fråga direkt till mig.',
  noText: 'Meddelandet har ingen text som jag kan läsa. Skriv frågan med dina egna ord, så svarar jag.',
  ask: 'Ställ en fråga',
  askLabel: 'Vad undrar du?',
  askHint: 'Skriv vem som vill berätta, för vem och om vad. Inga namn eller personnummer.',
  askExample: 'Får kollegor på soc prata om mitt ärende?',
  askSubmit: 'Fråga',
  tryOut: 'Pröva en situation',
  lookUp: 'Slå upp ett lagrum',
  lookUpLabel: 'Sök på nummer, namn eller ord: «OSL 26:1», «generalklausulen», «socialtjänst».',
  search: 'Sök lagrum',
  intro:
    'Jag svarar på frågor om sekretess och tystnadsplikt i skola, elevhälsa, socialtjänst, vård och omsorg, och om samverkan med polisen. Varje svar är skrivet i förväg och visar sina lagrum. Bara du ser det du gör här.',
  browse: 'Bläddra bland svaren',
  browseLabel: 'Välj ett ämne, så visas frågorna.',
  chooseArea: 'Välj ämne',
  area: (name: string, answers: number) => `${name} (${answers})`,
  answersIn: (from: number, to: number, all: number) =>
    from === 1 && to === all ? `${all} frågor` : `Fråga ${from}–${to} av ${all}`,
  read: 'Läs',
  more: 'Visa fler',
  fewer: 'Föregående',
  law: 'Nytt i lagen',
  lawFrom: (day: string, coming: boolean) => (coming ? `Från den ${longDate(day)}` : `Sedan den ${longDate(day)}`),
  lawNone: 'Inga ändringar de senaste tolv månaderna, och inga kända framöver.',
  answerApplies: (question: string) => `Svaret på «${question}»`,
  andMore: (more: number) => `… och ${more} till`,
  news: 'Nytt i underlaget',
  about: 'Om underlaget',
  holds: (entries: number, provisions: number) => `${thousands(entries)} svar och ${thousands(provisions)} lagrum.`,
  reviewed: (reviewed: number, entries: number) =>
    reviewed === 0
      ? 'Inget av svaren är granskat av jurist.'
      : reviewed === entries
        ? 'Alla svar är granskade av jurist.'
        : `${thousands(reviewed)} av svaren är granskade av jurist.`,
  lastChecked: (day: string) => `Senast kontrollerat mot lagtexten den ${longDate(day)}.`,
  forAdmins: 'För dig som sköter underlaget',
  onlyAdmins: 'Bara de som sköter boten ser det här.',
  version: (version: string) => `Version ${version}.`,
} as const;

function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase('sv') + text.slice(1);
}
