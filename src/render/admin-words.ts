// What those who look after the knowledge are told of it: in the weekly digest, and at once when something is wrong.
import type { ComingChange } from '../memory/admin-state.ts';
import type { GapCounts } from '../memory/count.ts';
import { longDate, thousands } from './words.ts';

export const sayAdmin = {
  week: (from: string, to: string) => `Veckan ${longDate(from)} – ${longDate(to)}`,
  answered: (n: number, before: number) => `${counted(n, 'svar')} (veckan före: ${thousands(before)})`,
  gaps: (n: number, before: number) =>
    `${counted(n, 'gång', 'gånger')} saknades något (veckan före: ${thousands(before)})`,
  kinds: ({ declined, askedBack, thumbsDown, askedHuman }: GapCounts) =>
    [
      declined === 0 ? '' : `utan svar ${thousands(declined)}`,
      askedBack === 0 ? '' : `fråga tillbaka ${thousands(askedBack)}`,
      thumbsDown === 0 ? '' : `tumme ner ${thousands(thumbsDown)}`,
      askedHuman === 0 ? '' : `till en människa ${thousands(askedHuman)}`,
    ]
      .filter((part) => part !== '')
      .join(', '),
  gapsIn: (area: string | undefined, n: number) => `${area ?? 'inget i närheten'}: ${counted(n, 'gång', 'gånger')}`,
  toldApart: 'Ord som återkommer, tummar och rader till redaktörerna: kör `sekretesslotsen luckor`.',
  startsAnew: 'Räkningen börjar om när boten startas om, tills MEMORY_FILE är satt.',
  problems: (n: number) =>
    n === 0
      ? 'Inga fel i kunskapsmappen'
      : `${counted(n, 'fel')} i kunskapsmappen. Boten svarar med den senaste felfria versionen.`,
  due: (n: number) => (n === 0 ? 'Inget svar behöver ses över nu' : `${counted(n, 'svar')} att se över`),
  dueBy: (question: string, day: string, isPast: boolean) =>
    isPast ? `«${question}» skulle ha setts över den ${longDate(day)}` : `«${question}» senast den ${longDate(day)}`,
  unreviewed: (n: number, all: number) => `${thousands(n)} av ${thousands(all)} svar är inte granskade av jurist.`,
  soon: (n: number) => (n === 0 ? 'Ingen ändring i lagen de närmaste tre månaderna' : 'På väg i lagen'),
  change: (kind: ComingChange['kind'], day: string, what: string, name: string, resting: number) => {
    const rests = resting === 0 ? '' : `; ${counted(resting, 'svar')} vilar på den`;
    return `${longDate(day)}: ${what} ${name} ${CHANGES[kind]}${rests}`;
  },
  andMore: (n: number) => `… och ${thousands(n)} till`,
  seeAll: 'Kör `sekretesslotsen kontroll` för att se alla med sin plats.',
  nextStep: (what: string) => `Gör så här: ${what}`,
  whole: (entries: number) =>
    `Kunskapsmappen är hel igen: ${counted(entries, 'fråga', 'frågor')}, inga fel. Boten svarar efter den nya versionen.`,
} as const;

const CHANGES: Readonly<Record<ComingChange['kind'], string>> = {
  'new wording': 'får ny lydelse',
  begins: 'börjar gälla',
  ends: 'upphör att gälla',
};

function counted(n: number, one: string, many = one): string {
  return `${thousands(n)} ${n === 1 ? one : many}`;
}
