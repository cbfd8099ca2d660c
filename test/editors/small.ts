// A small folder with rules, to be broken in one place at a time: two secrecies, two ways around them and a duty.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { printProblems } from '../../src/knowledge/problem.ts';
import { readKnowledge } from '../../src/knowledge/read.ts';
import { copyOf, SOUND } from '../knowledge/folder.ts';

export const DAY = '2026-11-22';

/** A folder of one's own, sound in every way. */
export function smallFolder(): string {
  const folder = copyOf(SOUND);
  for (const [file, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

/** Writes something else in one place of a file; there must be such a place. */
export function edit(folder: string, file: string, from: string, to: string): void {
  const text = readFileSync(join(folder, file), 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not have ${from}.`);
  writeFileSync(join(folder, file), text.replace(from, to));
}

export async function read(folder: string): Promise<Knowledge> {
  const { knowledge, problems } = await readKnowledge(folder);
  if (knowledge === undefined) throw new Error(printProblems(problems));
  return knowledge;
}

function provision(citation: string, rule: string): string {
  return `lagrum: ${citation}
rubrik: Exempel
lydelse: SFS 2024:88
kontrollerad: 2026-11-22
granskad: null
sammanfattning: |
  Ett exempel.
regler:
  - ${rule}
`;
}

const FILES: Readonly<Record<string, string>> = {
  'paragrafer/osl.yml': `lag: OSL
läst till och med: SFS 2026:317
paragrafer:
  '10': { '27': SFS 2024:88, '28': SFS 2024:88 }
  '12': { '2': SFS 2024:88 }
  '23': { '2': SFS 2024:88 }
  '26': { '1': SFS 2024:88, '2': SFS 2024:88, '3': SFS 2024:88 }
`,
  'paragrafer/sol.yml': `lag: SoL
läst till och med: SFS 2026:317
paragrafer: { '19': { '1': SFS 2024:88 } }
`,
  'begrepp.yml': `parter:
  socialtjänst: { namn: socialtjänsten, delar: [socialsekreterare, ekonomiskt bistånd] }
  socialsekreterare: { namn: socialsekreteraren }
  ekonomiskt bistånd: { namn: ekonomiskt bistånd }
  skola: { namn: skolan, delar: [lärare, rektor] }
  lärare: { namn: läraren }
  rektor: { namn: rektorn }
  polis: { namn: polisen }
begrepp:
  avsändare: { fråga: 'Vem lämnar?', värden: parter }
  mottagare: { fråga: 'Vem får?', värden: parter }
  misstanke: { fråga: 'Far ett barn illa?', värden: { ja: Misstanke finns, nej: Ingen misstanke } }
  samtycke: { fråga: 'Finns samtycke?', värden: { ja: Samtycke finns, nej: Inget samtycke }, kan uppnås: [ja] }
  övervikt: { fråga: 'Är det uppenbart?', värden: { ja: Uppenbart, nej: Inte uppenbart }, bedömning: ja }
`,
  'tackning.yml': `täckning:
  - när: { avsändare: [socialtjänst, skola] }
    täckt: ja
  - när: { avsändare: polis }
    täckt: nej
    mening: Polisen täcks inte.
`,
  'lagrum/osl/26-1.yml': provision(
    'OSL 26:1',
    `hindrar: utlämnande
    när: { avsändare: socialtjänst }
    mening: Hemligt hos socialtjänsten.`,
  ),
  'lagrum/osl/23-2.yml': provision(
    'OSL 23:2',
    `hindrar: utlämnande
    när: { avsändare: skola }
    mening: Hemligt i skolan.`,
  ),
  'lagrum/osl/12-2.yml': provision(
    'OSL 12:2',
    `bryter: sekretess till skydd för enskild
    när: { samtycke: ja }
    mening: Samtycke.`,
  ),
  'lagrum/osl/10-27.yml': provision(
    'OSL 10:27',
    `bryter: all sekretess
    utom: [OSL 26:1]
    när: { övervikt: ja }
    mening: Generalklausulen.`,
  ),
  'lagrum/sol/19-1.yml': provision(
    'SoL 19:1',
    `kräver: utlämnande
    genom: OSL 10:28
    när: { avsändare: skola, mottagare: socialtjänst, misstanke: ja }
    mening: Skolan ska anmäla.`,
  ),
  'fall/alla.yml': `fall:
  - id: stängd
    namn: Socialtjänsten kan inte använda generalklausulen
    fakta: { avsändare: socialsekreterare, mottagare: lärare, samtycke: nej, övervikt: ja }
    utfall: hindrar
    avgörs av: [OSL 26:1]
    öppnar inte: [OSL 10:27]
    vägar: [samtycke]
    varför: Undantaget.
  - id: öppen
    namn: Skolan kan det
    fakta: { avsändare: lärare, mottagare: polis, samtycke: nej, övervikt: ja }
    utfall: hindrar inte
    avgörs av: [OSL 10:27, OSL 23:2]
    varför: Inget undantag.
  - id: samtycke
    namn: Med samtycke
    fakta: { avsändare: ekonomiskt bistånd, mottagare: polis, samtycke: ja }
    utfall: hindrar inte
    avgörs av: [OSL 12:2]
    varför: Samtycke.
  - id: plikt
    namn: Skolan anmäler
    fakta: { avsändare: skola, mottagare: socialsekreterare, misstanke: ja }
    utfall: ska lämnas
    avgörs av: [SoL 19:1, OSL 10:28]
    varför: Plikten.
  - id: att-bedöma
    namn: Ingen har vägt
    fakta: { avsändare: lärare, mottagare: polis, samtycke: nej }
    utfall: beror på
    avgörs av: [OSL 23:2]
    ska bedömas: [övervikt]
    varför: Det ska vägas.
`,
};
