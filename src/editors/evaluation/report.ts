// The figures of an evaluation for a person: calm tables, and the questions whose right answer did not come first.
import { table } from '../table.ts';
import type { Figures, Found, Sureness } from './evaluate.ts';
import type { Half } from './half.ts';
import type { Judged } from './judge.ts';

/** Tables with a heading each; what the questions say nothing of is left out. */
export function figuresAsText(figures: Figures, part: Half | undefined): string {
  const { questions, ms } = figures;
  return [
    `${questions} frågor${part === undefined ? '' : ` ur hälften «${part}»`}.`,
    ...(figures.found.asked === 0 ? [] : [titled('Frågor som har ett svar', foundTable(figures.found))]),
    ...(figures.outside.asked === 0 ? [] : [titled('Frågor utanför underlaget', outsideTable(figures))]),
    ...(dueRows(figures).length === 0 ? [] : [titled('Det övriga som väntas', table(dueRows(figures)))]),
    ...(figures.byArea.length === 0 ? [] : [groupTable('område', figures.byArea)]),
    ...(figures.byRegister.length === 0 ? [] : [groupTable('språk', figures.byRegister)]),
    ...(figures.sureness.all.asked === 0 ? [] : [titled('Hur säkert boten vet', surenessTable(figures))]),
    `Tid för hela vägen: median ${decimal(ms.p50, 1)} ms, 99 av 100 inom ${decimal(ms.p99, 1)} ms. Den beror på maskinen.`,
  ].join('\n\n');
}

/** A question for each, with what came instead. */
export function missesAsText(misses: readonly Judged[]): string {
  if (misses.length === 0) return 'I hälften «titta» kommer rätt svar först på varje fråga.';
  const told = misses.map(({ line, found, came }) =>
    [
      line.question,
      `  väntat:  ${(line.expect.entries ?? []).join(', ')}`,
      `  först:   ${came.entry ?? 'inget'}${found?.rank === undefined ? '; det väntade är inte bland de fem' : `; det väntade är nummer ${found.rank}`}`,
      `  mötte:   ${found === undefined ? '' : FATE_WORDS[found.fate]}`,
    ].join('\n'),
  );
  return [`Rätt svar kommer inte först på ${misses.length} frågor ur hälften «titta»:`, ...told].join('\n\n');
}

const FATE_WORDS: Readonly<Record<NonNullable<Judged['found']>['fate'], string>> = {
  alone: 'rätt svar visas ensamt',
  offered: 'rätt svar är ett av dem att välja på',
  verdict: 'ett utfall för rätt situation',
  linked: 'rätt svar finns under «Läs också»',
  wrongAlone: 'fel svar visas ensamt',
  wrongVerdict: 'ett utfall utan rätt svar',
  wrongOffer: 'att välja på, men inget är rätt',
  provision: 'ett lagrum, utan rätt svar',
  declined: 'avböjer, fast svaret finns',
};

function titled(title: string, text: string): string {
  return `${title}\n${text}`;
}

type Row = readonly [name: string, count: string, share: string];

function row(name: string, count: number, asked: number): Row {
  return [name, String(count), share(count, asked)];
}

function foundTable(found: Found): string {
  const { asked } = found;
  return table([
    row('antal', asked, asked),
    row('rätt svar först', found.first, asked),
    row('rätt svar bland de tre första', found.amongThree, asked),
    ['', '', ''],
    ['det som möter den som frågar', '', ''],
    ...(Object.keys(FATE_WORDS) as (keyof typeof FATE_WORDS)[]).map((fate) =>
      row(`  ${FATE_WORDS[fate]}`, found[fate], asked),
    ),
  ]);
}

function outsideTable({ outside: { asked, declined, askedBack, answered } }: Figures): string {
  return table([
    row('antal', asked, asked),
    row('avböjer', declined, asked),
    row('frågar tillbaka', askedBack, asked),
    row('svarar, fast svaret inte finns', answered, asked),
  ]);
}

function dueRows({ outcomes, citations, facts, verdicts }: Figures): readonly (readonly string[])[] {
  const read = facts.right + facts.missing + facts.wrong;
  return [
    ...(outcomes.asked === 0 ? [] : [part('rätt slag av svar', outcomes.right, outcomes.asked)]),
    ...(citations.asked === 0
      ? []
      : [
          part('något väntat lagrum nämns', citations.any, citations.asked),
          part('alla väntade lagrum nämns', citations.all, citations.asked),
        ]),
    ...(facts.asked === 0
      ? []
      : [
          part('alla fakta rätt i frågan', facts.allRight, facts.asked),
          part('  fakta rätt', facts.right, read),
          part('  fakta saknas', facts.missing, read),
          part('  fakta fel', facts.wrong, read),
          part('  avsändare och mottagare ombytta', facts.swapped, facts.asked),
        ]),
    ...(verdicts.asked === 0 ? [] : [part('rätt utfall', verdicts.right, verdicts.asked)]),
  ];
}

function part(name: string, count: number, asked: number): readonly string[] {
  return [name, `${count} av ${asked}`, share(count, asked)];
}

function groupTable(head: string, groups: Figures['byArea']): string {
  const rows = groups.map((group) => [
    group.name === '' ? '(inget angivet)' : group.name,
    String(group.asked),
    share(group.first, group.asked),
    share(group.amongThree, group.asked),
    share(group.alone + group.offered + group.verdict, group.asked),
    share(group.wrongAlone, group.asked),
    share(group.declined, group.asked),
  ]);
  return table([[head, 'antal', 'först', 'bland tre', 'visas', 'fel ensamt', 'avböjer'], ...rows]);
}

function surenessTable({ sureness: { inside, all } }: Figures): string {
  const both = all.asked > inside.asked && inside.asked > 0;
  const columns = both ? [inside, all] : [all];
  const line = (name: string, of: (sureness: Sureness) => string) => [name, ...columns.map(of)];
  return table([
    ...(both ? [['', 'har ett svar', 'med dem utanför']] : []),
    line('antal', ({ asked }) => String(asked)),
    line('rätt skiljs från fel (AUROC; 1 är bäst, 0,5 slump)', (each) => decimal(each.auroc, 3)),
    line('fel i snitt när de säkraste besvaras (0 är bäst)', (each) => decimal(each.area, 3)),
    line('säkerheten missvisar med (ECE; 0 är bäst)', (each) => decimal(each.calibrationError, 3)),
  ]);
}

function share(count: number, asked: number): string {
  return asked === 0 ? '–' : `${Math.round((100 * count) / asked)} %`;
}

function decimal(value: number | undefined, digits: number): string {
  return value === undefined ? '–' : value.toFixed(digits).replace('.', ',');
}
