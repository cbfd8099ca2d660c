// The command line, in Swedish. What it needs of the world is handed in, so that a test can run it whole.
import type { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { answer, answerLookup, MOST_CHARACTERS, type Answer } from './answer.ts';
import { explain } from './answer/explain.ts';
import {
  begin,
  check,
  listReview,
  reword,
  showDifference,
  showGaps,
  showPages,
  showStatistics,
} from './cli/editing.ts';
import { evaluate, evaluatingFault } from './cli/evaluating.ts';
import { keptIn } from './cli/kept.ts';
import { wrongUse, type ExitCode, type World } from './cli/world.ts';
import { foldersIn } from './config.ts';
import { EDITORS_PORT } from './editors/serve.ts';
import { interview } from './interview.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import { printProblems } from './knowledge/problem.ts';
import { readKnowledge } from './knowledge/read.ts';
import { explanationJson, explanationText } from './render/explain.ts';
import { toJson } from './render/json.ts';
import { renderPage } from './render/page.ts';
import { renderText } from './render/text.ts';
import { prepare } from './search/search.ts';

/** Runs one command: the arguments without the program's own name. */
export async function runCli(args: readonly string[], world: World): Promise<ExitCode> {
  let parsed;
  try {
    parsed = parse(args);
  } catch (error) {
    return wrongUse(world, usageFault(error));
  }
  const { values, positionals } = parsed;
  const [command, ...rest] = positionals;
  if (values.hjälp === true || values.help === true || command === undefined) {
    world.stdout.write(HELP);
    return command === undefined && values.hjälp !== true && values.help !== true ? 2 : 0;
  }
  // Set to nothing is not set: it must not mean the folder one happens to stand in.
  const given = [values.mapp, world.env.KNOWLEDGE].map((text) => foldersIn(text ?? '')).find((all) => all.length > 0);
  const folders = given ?? [world.folder];
  const date = values.datum ?? world.today();
  if (!isDay(date)) return wrongUse(world, `«${date}» är ingen dag. Skriv den som 2026-11-22.`);
  if (values.json === true && values.html === true) return wrongUse(world, 'Välj --json eller --html, inte båda.');
  const explained = values.förklara === true || values.forklara === true;
  if (explained && values.html === true) return wrongUse(world, 'Välj --förklara eller --html, inte båda.');
  const form = values.json === true ? 'json' : values.html === true ? 'html' : 'text';
  switch (command) {
    case 'fraga':
    case 'fråga':
      return withKnowledge(world, folders, (knowledge) =>
        ask(rest, { form, date, knowledge, explained, reply: answer }, world),
      );
    case 'lagrum':
      if (rest.length === 0)
        return wrongUse(world, 'Skriv vilket lagrum, till exempel: sekretesslotsen lagrum OSL 26:1');
      return withKnowledge(world, folders, (knowledge) =>
        ask(rest, { form, date, knowledge, explained: false, reply: answerLookup }, world),
      );
    case 'prova':
    case 'pröva':
      return withKnowledge(world, folders, (knowledge) => tryOut(rest.join(' '), { form, date, knowledge }, world));
    case 'kontroll':
      return rest.length > 0
        ? wrongUse(world, '«kontroll» tar inga ord. Peka ut en annan mapp med --mapp.')
        : values.granskning === true
          ? listReview(world, folders, date, values.logg, form === 'json')
          : check(world, {
              folders,
              date,
              form: values.github === true ? 'github' : form === 'json' ? 'json' : 'text',
            });
    case 'ny': {
      if (rest[0] === 'ordalydelse') return reword(rest.slice(1), folders, date, world);
      const site = { folder: folders.at(-1) ?? '.', base: folders[0] ?? '.', day: date };
      return begin(rest, values.amne, (await readKnowledge(...folders)).readable, site, world);
    }
    case 'statistik':
      return rest.length > 0
        ? wrongUse(world, '«statistik» tar inga ord. Peka ut en annan mapp med --mapp.')
        : withKnowledge(world, folders, (knowledge) => showStatistics(world, knowledge, form === 'json'));
    case 'luckor':
      if (rest.length > 0) return wrongUse(world, '«luckor» tar inga ord. Välj en dag med --sedan 2026-11-01.');
      if (values.sedan !== undefined && !isDay(values.sedan))
        return wrongUse(world, `«${values.sedan}» är ingen dag. Skriv den som 2026-11-22.`);
      return showGaps(world, values.sedan, form === 'json');
    case 'utvardera':
    case 'utvärdera': {
      const { svg, del: part, fel: misses = false, kalibrera: calibrating = false } = values;
      const evaluating = { files: rest, date, json: form === 'json', svg, part, misses, calibrating };
      const fault = evaluatingFault(evaluating);
      return fault === undefined
        ? withKnowledge(world, folders, (knowledge) => evaluate(evaluating, knowledge, world))
        : wrongUse(world, fault);
    }
    case 'skillnad':
      return rest.length > 1
        ? wrongUse(world, '«skillnad» tar en version, till exempel: sekretesslotsen skillnad HEAD~1')
        : showDifference(world, rest[0] ?? 'HEAD', date, folders);
    case 'visa': {
      const port = portOf(values.port);
      if (rest.length > 0) return wrongUse(world, '«visa» tar inga ord. Peka ut en annan mapp med --mapp.');
      if (port === undefined) return wrongUse(world, `«${values.port ?? ''}» är ingen port. Skriv ett tal, som 4000.`);
      const today = values.datum === undefined ? world.today : () => date;
      return showPages(world, { folders, port, today });
    }
    case 'start':
      return rest.length > 0 ? wrongUse(world, '«start» tar inga ord.') : world.start(given);
    default:
      return wrongUse(world, `Kommandot «${command}» finns inte.`);
  }
}

const HELP = `Sekretesslotsen svarar på frågor om sekretess och tystnadsplikt.

Användning: sekretesslotsen <kommando> [val]

  fraga "din fråga"     svara på en fråga. Utan fråga läses en fråga per rad från standard in.
  lagrum OSL 26:1       visa en bestämmelse: ett lagrum, eller ord ur dess namn
  prova soc till skola  pröva en situation mot reglerna, fråga för fråga
  kontroll              läs hela kunskapsmappen, pröva alla fall mot reglerna och visa alla fel med plats och råd
  ny fraga "din fråga"  börja på en ny fråga: en fil med rätt namn och det som redan är känt
  ny lagrum OSL 26:9    börja på en ny bestämmelse, med lydelsen ur paragrafer/
  ny ordalydelse grunder/vad-ar-men "så frågade någon"
                        lägg till ett sätt att fråga i en fråga som finns
  statistik             visa hur mycket som finns, per ämne och per lag
  luckor                visa vad boten inte har kunnat svara på, per område och med de ord som återkommer
  skillnad [VERSION]    visa vad som får ett annat utfall än i en tidigare version i git (annars HEAD).
                        Slutkod: 0 inga skillnader, 1 skillnader, 2 de går inte att jämföra
  utvardera FIL.jsonl   ställ filernas frågor, jämför med det som väntas av svaren och visa siffrorna
  visa                  öppna sidor för redaktörer i webbläsaren: regler, begrepp, fall och matrisen
  start                 starta boten: i Slack om nycklar är satta, annars en lokal arbetsyta i webbläsaren

Val:
  --json                svara med ett JSON-objekt per rad (även kontroll: ett per fel)
  --html                svara med en webbsida, att skriva ut eller spara
  --förklara            med fraga: säg också vilka ord som gav hur mycket, och vad som avgjorde
  --datum 2026-11-22    svara enligt lagen den dagen (annars i dag)
  --port 4000           visa sidorna på en annan port (annars 3999)
  --mapp MAPP           använd en annan kunskapsmapp (annars KNOWLEDGE eller den som följer med). Flera mappar
                        skrivs med komma emellan: den första är grunden, de andra lokala tillägg
  --amne skola          lägg den nya frågan under ett annat ämne än den liknar mest
  --granskning          lista i stället det som en jurist bör läsa: ändrade lydelser, passerade dagar, ogranskat
  --logg FIL            med --granskning: ordna efter hur ofta varje fråga har besvarats enligt botens logg
  --sedan 2026-11-01    med luckor: bara det som har hänt från och med den dagen
  --del titta           med utvardera: bara den halva av frågorna som får läsas (titta) eller bara mätas (mät)
  --fel                 med utvardera: lista frågorna i hälften «titta» där rätt svar inte kommer först
  --kalibrera           med utvardera: räkna fram hur säker sökningen får vara, som filen src/search/weights.ts
  --svg FIL             med utvardera: rita andelen fel mot andelen som besvaras
  --github              skriv ut kontrollens fel så att GitHub Actions visar dem vid sin rad
  --hjälp               visa den här texten

Slutkod: 0 allt väl, 1 fel hittades, 2 fel användning.
`;

interface Showing {
  readonly form: 'json' | 'html' | 'text';
  readonly date: string;
  readonly knowledge: Knowledge;
}

interface Asking extends Showing {
  /** Whether to say why, too. */
  readonly explained: boolean;
  readonly reply: (text: string, knowledge: Knowledge, date: string) => Answer;
}

async function ask(rest: readonly string[], asking: Asking, world: World): Promise<ExitCode> {
  prepare(asking.knowledge, asking.date, keptIn(world.env.INDEX_CACHE ?? world.cache));
  const show = (text: string) => world.stdout.write(`${rendered(text, asking, world)}\n`);
  if (rest.length > 0) {
    show(rest.join(' '));
    return 0;
  }
  if (world.stdin.isTTY === true)
    return wrongUse(world, 'Skriv en fråga, till exempel: sekretesslotsen fraga "får soc prata med skolan?"');
  for await (const line of lines(world.stdin)) show(line);
  return 0;
}

/** The questions go to standard error, so that what is on standard output is the answer alone. */
async function tryOut(words: string, showing: Showing, world: World): Promise<ExitCode> {
  const input = lines(world.stdin);
  const given = await interview(words, showing.knowledge, showing.date, {
    tell: (text) => void world.stderr.write(`${text}\n`),
    answer: async () => {
      const next = await input.next();
      return next.done === true ? undefined : next.value;
    },
  });
  if (given === undefined)
    return wrongUse(
      world,
      'Skriv vem som lämnar till vem, till exempel: sekretesslotsen prova socialtjänsten till skolan',
    );
  world.stdout.write(`${shown(given, 0, showing, world)}\n`);
  return 0;
}

/** Lines end at LF or CRLF alone: readline would take a question with a stray CR or U+2028 in it for two. */
async function* lines(input: Readable): AsyncGenerator<string> {
  input.setEncoding('utf8');
  let rest = '';
  for await (const chunk of input as AsyncIterable<string>) {
    const parts = (rest + chunk).split('\n');
    rest = parts.pop() ?? '';
    yield* parts.map((line) => line.replace(/\r$/u, ''));
  }
  if (rest !== '') yield rest;
}

function rendered(text: string, asking: Asking, world: World): string {
  const started = performance.now();
  const given = asking.reply(text, asking.knowledge, asking.date);
  const ms = performance.now() - started;
  if (!asking.explained) return shown(given, ms, asking, world);
  const why = explain(given.question.slice(0, MOST_CHARACTERS), asking.knowledge, asking.date);
  return asking.form === 'json'
    ? JSON.stringify({ ...toJson(given, ms), explanation: explanationJson(why, given) })
    : `${shown(given, ms, asking, world)}\n\n${explanationText(why, given)}`;
}

function shown(given: Answer, ms: number, { form }: Showing, world: World): string {
  switch (form) {
    case 'json':
      return JSON.stringify(toJson(given, ms));
    case 'html':
      return renderPage(given);
    case 'text':
      return renderText(given, {
        color: world.stdout.isTTY === true && world.env.NO_COLOR === undefined,
        width: Math.min(world.stdout.columns ?? 80, 88),
      });
  }
}

async function withKnowledge(
  world: World,
  folders: readonly string[],
  use: (knowledge: Knowledge) => Promise<ExitCode>,
): Promise<ExitCode> {
  const { knowledge, problems } = await readKnowledge(...folders);
  if (knowledge !== undefined) return use(knowledge);
  world.stderr.write(`Kunskapsmappen har fel, så jag kan inte svara.\n\n${printProblems(problems)}\n`);
  return 1;
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      html: { type: 'boolean' },
      github: { type: 'boolean' },
      granskning: { type: 'boolean' },
      logg: { type: 'string' },
      amne: { type: 'string' },
      sedan: { type: 'string' },
      del: { type: 'string' },
      fel: { type: 'boolean' },
      kalibrera: { type: 'boolean' },
      förklara: { type: 'boolean' },
      forklara: { type: 'boolean' },
      svg: { type: 'string' },
      datum: { type: 'string' },
      port: { type: 'string' },
      mapp: { type: 'string' },
      hjälp: { type: 'boolean', short: 'h' },
      help: { type: 'boolean' },
    },
  });
}

function portOf(text: string | undefined): number | undefined {
  const port = text === undefined ? EDITORS_PORT : Number(text);
  return /^\d+$/u.test(text ?? '0') && port <= 65_535 ? port : undefined;
}

/** "2026-02-30" has the form of a day, and Date makes it the second of March. */
function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/u.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function usageFault(error: unknown): string {
  const option = error instanceof Error ? /'(-[^' ]*)/u.exec(error.message)?.[1] : undefined;
  return option === undefined ? 'Valen går inte att läsa.' : `Valet «${option}» finns inte, eller saknar sitt värde.`;
}
