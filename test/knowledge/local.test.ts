// A municipality's own folder on top of ours: it adds, it overrides by the file's place, and its name is shown.
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answer, answerEntry, answerSituation, type Answer } from '../../src/answer.ts';
import { layersOf, pathOf } from '../../src/knowledge/folder.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { readKnowledge } from '../../src/knowledge/read.ts';
import { renderSlack } from '../../src/render/slack.ts';
import { renderText } from '../../src/render/text.ts';
import { copyOf, REAL, SOUND } from './folder.ts';

const DAY = '2026-11-22';
const EXAMPLE = join(REAL, '.exempel-lokalt');
const NAME = 'namn: Exempelköpings kommun\n';

describe('the example that comes with the program', async () => {
  const { knowledge, problems } = await readKnowledge(REAL, EXAMPLE);

  it('may not call a party what already means another', async () => {
    const folder = local({ 'lokalt.yml': `${NAME}kallas: { socialtjänst: [Mottagningen, rektor] }\n` });
    const { problems: found } = await readKnowledge(REAL, folder);
    expect(found.map(({ message }) => message)).toEqual(['«rektor» betyder redan rektor.']);
  });

  it('lies on our folder without a fault', () => {
    expect(problems).toEqual([]);
  });

  it('adds its words and contacts to an answer of ours, under its own name', () => {
    const text = shown(answerEntry('orosanmalan/anmalningsplikt-i-skolan', sound(knowledge), DAY));
    expect(text).toContain('Hos Exempelköpings kommun');
    expect(text).toContain('Blanketten finns på intranätet');
    expect(text).toContain('Orosanmälan: Mottagning barn och unga, 0123-45 67 89.');
    expect(text).toContain('Jurist: Kommunjuristerna, jurist@exempelkoping.se.');
  });

  it('shows a contact with a verdict that rests on its provision, and one that is always shown where there is no answer', () => {
    const stated = { avsändare: 'lärare', mottagare: 'socialtjänst', 'misstanke om att barn far illa': 'ja' };
    expect(shown(answerSituation(stated, sound(knowledge), DAY))).toContain('0123-45 67 89');
    const declined = shown(answer('vilka vinterdäck är bäst på Volvo?', sound(knowledge), DAY));
    expect(declined).toContain('Kommunjuristerna');
    expect(declined).not.toContain('0123-45 67 89');
  });

  it('answers with its own question, and says whose it is', () => {
    const given = answer('vem i kommunen beslutar om att lämna ut handlingar?', sound(knowledge), DAY);
    expect(given).toMatchObject({ outcome: 'answer', entry: { id: 'hos-oss/vem-provar-utlamnande' } });
    expect(shown(given)).toContain('Texten är Exempelköpings kommuns egen.');
  });

  it('finds our entry by its wording, and knows what it calls the parties', () => {
    const given = answer('Var finns vår blankett för orosanmälan?', sound(knowledge), DAY);
    expect(given.entries[0]?.id).toBe('orosanmalan/anmalningsplikt-i-skolan');
    expect(knowledge?.vocabulary?.parties.socialtjänst).toContain('Familjehuset');
  });

  it('leaves ours as it is where it says nothing', async () => {
    const { knowledge: ours } = await readKnowledge(REAL);
    const id = 'grunder/vad-ar-men';
    const entry = (all: Knowledge | undefined) => all?.entries.find((one) => one.id === id);
    expect(entry(knowledge)).toEqual(entry(ours));
    expect(ours?.contacts).toEqual([]);
    expect(shown(answerEntry(id, sound(ours), DAY))).not.toContain('Hos ');
  });
});

describe('a local folder', () => {
  it('takes the place of an entry and of a provision at the same place', async () => {
    const { knowledge, problems } = await readKnowledge(
      SOUND,
      local({
        'lokalt.yml': NAME,
        'fragor/grunder/annan.md': entry('Vad säger vi här?'),
        'lagrum/osl/26-1.yml': provision('Vår sammanfattning.'),
        'ord.yml': 'likvärdiga:\n  - [nämnd, nämnden]\n',
      }),
    );
    expect(problems).toEqual([]);
    expect(knowledge?.entries).toHaveLength(2);
    expect(knowledge?.entries.find(({ id }) => id === 'grunder/annan')).toMatchObject({
      question: 'Vad säger vi här?',
      origin: 'Exempelköpings kommun',
    });
    expect(knowledge?.provisions).toMatchObject([{ summary: 'Vår sammanfattning.', origin: 'Exempelköpings kommun' }]);
    expect(knowledge?.words.equivalents).toEqual([
      ['soc', 'socialtjänst'],
      ['nämnd', 'nämnden'],
    ]);
  });

  it('may lie on another local folder, the last on top', async () => {
    const { knowledge } = await readKnowledge(
      SOUND,
      local({ 'lokalt.yml': NAME, 'fragor/grunder/annan.md': entry('Den första?') }),
      local({ 'lokalt.yml': 'namn: Skolan\n', 'fragor/grunder/annan.md': entry('Den andra?') }),
    );
    expect(knowledge?.entries.find(({ id }) => id === 'grunder/annan')).toMatchObject({
      question: 'Den andra?',
      origin: 'Skolan',
    });
  });

  it.each<[string, Record<string, string>, string, string]>([
    [
      'says whose it is',
      { 'fragor/a/b.md': entry('Vad?') },
      'lokalt.yml:1:1 missing-key',
      'namn: Exempelköpings kommun',
    ],
    [
      'has no concepts of its own',
      { 'lokalt.yml': NAME, 'begrepp.yml': 'parter: {}' },
      'begrepp.yml:1:1 misplaced',
      'gemensamma',
    ],
    [
      'adds to an entry that is there',
      { 'lokalt.yml': NAME, 'fragor/grunder/anan.md': '---\ntillägg: ja\nkontrollerad: 2026-11-22\n---\nText.\n' },
      'fragor/grunder/anan.md:2:10 unknown-entry',
      'Menade du «grunder/annan»?',
    ],
    [
      'is told of an unknown key in an addition',
      { 'lokalt.yml': NAME, 'fragor/grunder/annan.md': '---\ntillägg: ja\nkontrolerad: 2026-11-22\n---\nText.\n' },
      'fragor/grunder/annan.md:3:1 unknown-key',
      'Menade du «kontrollerad»?',
    ],
    [
      'shows a contact at a topic that is there',
      { 'lokalt.yml': `${NAME}kontakter:\n  - för: Jurist\n    visas vid: [grundr]\n` },
      'lokalt.yml:4:17 unknown-entry',
      'Menade du «grunder»?',
    ],
    [
      'shows a contact at a provision that is there',
      { 'lokalt.yml': `${NAME}kontakter:\n  - för: Jurist\n    visas vid: [OSL 10:27]\n` },
      'lokalt.yml:4:17 unknown-provision',
      'Kontrollera numret',
    ],
    [
      'shows a contact somewhere',
      { 'lokalt.yml': `${NAME}kontakter:\n  - för: Jurist\n    visas vid: [Alla svar!]\n` },
      'lokalt.yml:4:17 wrong-value',
      'Skriv till exempel SoL 19:1',
    ],
    [
      'is told of an unknown key in a contact',
      { 'lokalt.yml': `${NAME}kontakter:\n  - för: Jurist\n    telfon: 1\n    visas vid: [alltid]\n` },
      'lokalt.yml:4:5 unknown-key',
      'Menade du «telefon»?',
    ],
    [
      'gives names to parties that are there',
      { 'lokalt.yml': `${NAME}kallas: { socialen: [Mottagningen] }\n` },
      'lokalt.yml:2:21 unknown-value',
      'Parterna står i begrepp.yml',
    ],
    [
      'has wordings of its own',
      {
        'lokalt.yml': NAME,
        'fragor/grunder/annan.md':
          '---\ntillägg: ja\nandra formuleringar: [Är mappen sund?]\nkontrollerad: 2026-11-22\n---\nText.\n',
      },
      'fragor/grunder/annan.md:3:23 duplicate-wording',
      'Ta bort den ena',
    ],
  ])('%s', async (_, files, due, told) => {
    const folder = local(files);
    const { problems, knowledge } = await readKnowledge(SOUND, folder);
    expect(knowledge).toBeUndefined();
    const at = problems.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`);
    expect(at.filter((each) => !each.endsWith('missing-key') || each.includes('lokalt.yml'))).toEqual([
      `${basename(folder)}/${due}`,
    ]);
    expect(problems.map(({ message, next }) => `${message} ${next}`).join()).toContain(told);
    // What a person is told is a file that is there, or the one that they are to write.
    expect(pathOf(layersOf([SOUND, folder]), problems[0]?.file ?? '').startsWith(folder)).toBe(true);
  });
});

function local(files: Readonly<Record<string, string>>): string {
  const folder = copyOf();
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

function entry(question: string): string {
  return `---
fråga: ${question}
andra formuleringar: []
kort svar: Det beror på läget.
lagrum: [OSL 26:1]
kontrollerad: 2026-11-22
granskad: null
---
## Vad gäller
Enligt OSL 26:1.
`;
}

function provision(summary: string): string {
  return `lagrum: OSL 26:1
rubrik: Exempel
lydelse: SFS 2024:88
kontrollerad: 2026-11-22
granskad: null
sammanfattning: ${summary}
`;
}

function sound(knowledge: Knowledge | undefined): Knowledge {
  if (knowledge === undefined) throw new Error('The folder has problems');
  return knowledge;
}

function shown(given: Answer | undefined): string {
  if (given === undefined) throw new Error('There is no answer');
  expect(renderSlack(given, { audience: 'direct', human: false }).text).not.toBe('');
  return renderText(given, { color: false, width: 500 });
}
