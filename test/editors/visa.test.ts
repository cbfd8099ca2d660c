// The pages for editors: every one of the real folder, the matrix, and what the server answers to those it should not.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { runCli } from '../../src/cli.ts';
import { createMatrix } from '../../src/editors/matrix.ts';
import { serveEditors, type Editors } from '../../src/editors/serve.ts';
import { createSite, type Site } from '../../src/editors/site.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { RECIPIENT, SENDER, type Rulebook } from '../../src/knowledge/rulebook.ts';
import { sectionKey } from '../../src/law/citation.ts';
import { ruleSentence } from '../../src/render/rule-sentence.ts';
import { at, html, page } from '../../src/render/visa-html.ts';
import { EVERYONE } from '../../src/render/visa-matrix.ts';
import { mentioned } from '../../src/rules/audit.ts';
import { reason } from '../../src/rules/reason.ts';
import { copyOf, SOUND } from '../knowledge/folder.ts';
import { DAY, realKnowledge } from '../support/knowledge.ts';

let knowledge: Knowledge;
let book: Rulebook;
let site: Site;

beforeAll(async () => {
  knowledge = await realKnowledge();
  if (knowledge.rulebook === undefined) throw new Error('The folder has no rules.');
  book = knowledge.rulebook;
  site = createSite(knowledge, DAY);
}, 60_000);

/** The page at an address as a link would have it. */
function visit(address: string, of: Site = site): string {
  const [path = '', query = ''] = address.split('?');
  const { html: shown, found } = of.page(path, query, []);
  expect(found, address).toBe(true);
  return shown;
}

/** What holds of every page: nothing unsaid, nothing half escaped, every tag closed, every link of ours to a page. */
function expectSound(address: string, shown: string): void {
  expect(shown.split(OUR_SCRIPT), address).toHaveLength(2);
  expect(shown.replace(OUR_SCRIPT, ''), address).not.toMatch(
    /undefined|\[object |&amp;(?:amp|lt|gt|quot|#39);|<script/u,
  );
  expect(unclosed(shown), address).toEqual([]);
  expect(shown.match(/<h1>/gu), address).toHaveLength(1);
}

/** Loads the page again when the folder has been read again; there is no other. */
const OUR_SCRIPT = '<script src="/uppdatera.js" defer></script>';

const VOID = new Set(['meta', 'link', 'input', 'br', 'hr', '!doctype']);

/** The tags that are not closed where they should be. */
function unclosed(shown: string): string[] {
  const open: string[] = [];
  for (const [whole, slash, name = ''] of shown.matchAll(/<(\/?)([a-z!][a-z0-9]*)(?:\s(?:[^<>"]|"[^"<>]*")*)?>/gu)) {
    if (VOID.has(name) || whole.endsWith('/>')) continue;
    if (slash === '') open.push(name);
    else if (open.pop() !== name) return [`</${name}>`];
  }
  const stray = shown.replaceAll(/<(\/?)([a-z!][a-z0-9]*)(?:\s(?:[^<>"]|"[^"<>]*")*)?>/gu, '');
  return [...open, ...(stray.match(/[<>]/gu) ?? [])];
}

/** The letters alone: a terminal breaks lines, and the surfaces mark words in ways of their own. */
function plainOf(shown: string): string {
  return shown.replaceAll(/<[^>]*>|&[a-z#0-9]+;/gu, '').replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

function linksOf(shown: string): string[] {
  return [...shown.matchAll(/(?:href|action)="(\/[^"#]*)/gu)].map((match) => (match[1] ?? '').replaceAll('&amp;', '&'));
}

describe('the pages', () => {
  it('are sound for every provision, and carry each of its rules as a sentence', () => {
    for (const { citation, heading } of knowledge.provisions) {
      const key = sectionKey(citation);
      const shown = visit(at.provision(key));
      expectSound(key, shown);
      expect(shown).toContain(html`${heading}`.markup);
      for (const rule of book.ruleSet.rules.filter(({ provision }) => provision === key))
        expect(shown.replaceAll(/\s+/gu, ' '), rule.id).toContain(html`${ruleSentence(rule, book)}`.markup);
    }
  });

  it('are sound for every concept, and name every rule that asks for it', () => {
    for (const { id } of book.ruleSet.concepts) {
      const shown = visit(at.concept(id));
      expectSound(id, shown);
      for (const rule of book.ruleSet.rules.filter((each) => mentioned(each.when).includes(id)))
        expect(shown, `${id}: ${rule.id}`).toContain(at.provision(rule.provision));
    }
  });

  it('are sound for every case, and say what should be and what is', { timeout: 120_000 }, async () => {
    await site.assess(() => false);
    for (const { id, name } of book.cases) {
      const shown = visit(at.case(id));
      expectSound(id, shown);
      expect(shown).toContain(html`${name}`.markup);
      expect(shown).toContain('Så ska det bli');
    }
  });

  it('are sound for every question, and show it as Slack, the terminal and the page do', () => {
    for (const { id, shortAnswer } of knowledge.entries) {
      const shown = visit(at.entry(id));
      expectSound(id, shown);
      const [, slack = '', terminal = '', page = ''] = shown.split('<figure');
      for (const surface of [slack, terminal])
        expect(plainOf(surface), id).toContain(plainOf(shortAnswer).slice(0, 40));
      expect(page).toContain(`src="${at.answerPage(id)}"`);
      expect(plainOf(site.answerPage(at.answerPage(id)) ?? ''), id).toContain(plainOf(shortAnswer).slice(0, 40));
    }
    expect(site.answerPage('/sida/finns/inte')).toBeUndefined();
  });

  it('lead only to pages that are there', { timeout: 60_000 }, () => {
    const seen = new Set(['/', '/tackning', '/fel', '/matris', at.case(book.cases[0]!.id), at.provision('OSL 10:27')]);
    const places = new Set([...seen].flatMap((address) => linksOf(visit(address))));
    expect(places.size).toBeGreaterThan(400);
    for (const address of places) {
      if (address === '/stil.css' || address === '/ikon.svg' || /^\/(?:prova|sida)/u.test(address)) continue;
      visit(address);
    }
  });

  it('have all of the contents on the first', () => {
    const shown = visit('/');
    expectSound('/', shown);
    const addresses = [
      ...knowledge.provisions.map(({ citation }) => at.provision(sectionKey(citation))),
      ...book.ruleSet.concepts.map(({ id }) => at.concept(id)),
      ...book.cases.map(({ id }) => at.case(id)),
      ...knowledge.entries.map(({ id }) => at.entry(id)),
    ];
    for (const address of addresses) expect(shown).toContain(`"${address}"`);
    for (const sentence of book.leftOut) expect(shown).toContain(html`${sentence}`.markup);
  });

  it('find by all the words, also as a citation, and say so when there is nothing', () => {
    const found = visit('/?sok=generalklausulen');
    expect(found).toContain(at.provision('OSL 10:27'));
    expect(found).not.toContain(`"${at.provision('VapL 6:6')}"`);
    expect(visit('/?sok=26+kap.+1+%C2%A7')).toContain(at.provision('OSL 26:1'));
    expect(visit('/?sok=xyzzy')).toContain('Inget innehåller alla orden');
    expectSound('sök', visit('/?sok=%3Cscript%3Ealert(1)%3C/script%3E%22%27%26'));
  });

  it('tell what breaks a bar, what does not reach it, and not what can never meet it', () => {
    const shown = visit(at.provision('OSL 26:1')).replaceAll(/\s+/gu, ' ');
    const [, lifts = '', duties = '', closed = ''] = shown.split(/<details class="relation/u);
    expect(lifts).toContain(at.provision('OSL 12:2'));
    expect(duties).toContain(at.provision('SoL 20:6'));
    expect(duties).not.toContain(at.provision('SkolL 29:13'));
    expect(closed).toContain(at.provision('OSL 10:27'));
  });

  it('try a situation, also one that cannot be and one with what is no answer', () => {
    const shown = visit(at.situation({ [SENDER]: 'BUP', [RECIPIENT]: 'polis', samtycke: 'ja', brott: '?' }));
    expectSound('prova', shown);
    const odd = visit(at.situation({ [SENDER]: 'polis', [RECIPIENT]: 'skola', samtycke: '"><b>' }));
    expectSound('prova', odd);
    expect(odd).toContain('Allt kan inte stämma');
    expect(site.page('/prova', 'samtycke=ja', []).found).toBe(false);
  });

  it.each([
    '/finns-inte',
    '/lagrum',
    '/lagrum/OSL/99:1',
    '/lagrum/%',
    '/begrepp/%3Cb%3E',
    '/fall/..',
    '/fraga/../x',
    '//',
  ])('say that there is none at %s', (path) => {
    const { html: shown, found } = site.page(path, '', []);
    expect(found).toBe(false);
    expectSound(path, shown);
  });

  it('escape whatever stands in the folder', () => {
    const nasty = '<img src=x onerror="alert(1)"> & \'"';
    const [first] = knowledge.provisions;
    const [each] = book.cases;
    if (first === undefined || each === undefined) throw new Error('The folder is empty.');
    const other = createSite(
      {
        ...knowledge,
        provisions: [{ ...first, heading: nasty, aliases: [nasty], summary: nasty, wording: nasty }],
        rulebook: { ...book, leftOut: [nasty], cases: [{ ...each, name: nasty, why: nasty }] },
      },
      DAY,
    );
    for (const address of ['/', '/tackning', at.provision(sectionKey(first.citation)), at.case(each.id)]) {
      const shown = visit(address, other);
      expectSound(address, shown);
      expect(shown).not.toContain('<img');
    }
  });

  it('show a folder without rules', () => {
    const rest: Knowledge = { ...knowledge };
    Reflect.deleteProperty(rest, 'rulebook');
    for (const address of ['/', '/matris', '/tackning', at.provision('OSL 26:1')])
      expectSound(address, visit(address, createSite(rest, DAY)));
  });
});

describe('the matrix', () => {
  it('has every sender that is declared, in the overview or said not to be covered', { timeout: 60_000 }, () => {
    const shown = visit('/matris').replaceAll(/\s+/gu, ' ');
    expectSound('/matris', shown);
    const everyone = visit(at.matrix({ från: EVERYONE, till: EVERYONE }));
    const senders = book.ruleSet.concepts.find(({ id }) => id === SENDER)?.values ?? [];
    for (const sender of senders) {
      const name = book.concepts.get(SENDER)?.values.get(sender) ?? '';
      expect(everyone.toLowerCase(), sender).toContain(html`${name}`.markup.toLowerCase());
    }
    for (const sender of ['socialtjänst', 'elevhälsa medicinsk', 'polis']) {
      const name = book.concepts.get(SENDER)?.values.get(sender) ?? '';
      expect(shown.toLowerCase()).toContain(name.toLowerCase());
    }
  });

  it('says of each pair what reasoning about it alone says', { timeout: 60_000 }, () => {
    const matrix = createMatrix(book, DAY)({ senders: '', recipients: '', also: { samtycke: 'nej' } });
    const pairs = matrix.rows.flatMap(({ sender, cells }) => cells.map((cell) => ({ sender, cell })));
    expect(pairs.length).toBeGreaterThan(900);
    for (const { sender, cell } of pairs.filter((_, index) => index % 29 === 0)) {
      const stated = { [SENDER]: sender, [RECIPIENT]: cell.recipient, samtycke: 'nej' };
      const { verdict, atRest } = reason(book.ruleSet, DAY, stated);
      expect([cell.verdict, cell.atRest], `${sender} ${cell.recipient}`).toEqual([verdict, atRest]);
    }
  });

  it('narrows to groups, and takes only what is a choice', { timeout: 60_000 }, () => {
    const shown = visit(at.matrix({ från: 'skola', till: 'brottsbekämpning', och: 'samtycke=ja' }));
    expectSound('matris', shown);
    expect(shown).toContain('10 × 3');
    expect(shown).not.toContain('title="BUP till');
    expectSound('matris', visit(at.matrix({ från: '<b>', till: '"', och: 'samtycke=<b>' })));
  });
});

describe('a page', () => {
  it('is escaped in its frame too', () => {
    const shown = page(
      { title: '</title><b>', version: '<b>', day: '"', problems: 2, search: '"><b>' },
      html`<h1>x</h1>`,
    );
    expectSound('page', shown);
    expect(shown).toContain('2 fel');
  });
});

describe('the server', () => {
  let editors: Editors;

  beforeAll(async () => {
    editors = await served(SOUND);
  }, 60_000);
  afterAll(() => editors.stop());

  it('serves the pages with nothing in them from elsewhere, and no script but the one that loads them again', async () => {
    const response = await fetch(editors.url);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/u);
    expect(policy).toContain("script-src 'self';");
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    const shown = await response.text();
    expect(shown.replace(OUR_SCRIPT, '')).not.toMatch(/<script|\son[a-z]+=|style="|src="/u);
    expect((await fetch(`${editors.url}stil.css`)).headers.get('content-type')).toContain('text/css');
  });

  it('answers HEAD without a body, and 404 with a page', async () => {
    const head = await fetch(editors.url, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect((await fetch(`${editors.url}finns-inte`)).status).toBe(404);
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('refuses %s', async (method) => {
    const response = await fetch(editors.url, { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it.each(['evil.example', 'evil.example:3999', '127.0.0.1.evil.example', 'localhost@evil.example', '192.168.0.1', ''])(
    'refuses the host «%s»',
    async (host) => {
      expect(await statusFor(editors.url, '/', host)).toBe(403);
    },
  );

  it.each([
    '/../../package.json',
    '/..%2f..%2fpackage.json',
    '/%00',
    '/%',
    '/lagrum/..%2f..',
    '/constructor',
    '/__proto__',
  ])('has nothing at %s', async (path) => {
    expect(await statusFor(editors.url, path, '127.0.0.1')).toBe(404);
  });

  it('serves an answer as the page that is printed, within our own pages alone', async () => {
    const response = await fetch(`${editors.url}sida/grunder/sund`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
    expect(await response.text()).toContain('Är mappen sund?');
  });

  it(
    'tells open pages when the folder has been read again, also with problems in it',
    { timeout: 40_000 },
    async () => {
      const folder = copyOf(SOUND);
      const own = await served(folder);
      onTestFinished(() => own.stop());
      const leave = new AbortController();
      const { body } = await fetch(`${own.url}handelser`, { signal: leave.signal });
      const told = body?.pipeThrough(new TextDecoderStream()).getReader();
      if (told === undefined) throw new Error('There are no events');
      expect((await told.read()).value).toContain('retry');
      // What is written before the watcher looks is not seen: it is written until it is.
      const writing = setInterval(() => {
        writeFileSync(join(folder, 'ord.yml'), `likvärdiga: [ # ${Date.now()}\n`);
      }, 500);
      onTestFinished(() => {
        clearInterval(writing);
      });
      expect((await told.read()).value).toContain('data: read');
      expect(await text(own.url)).toContain('Kunskapsmappen har 1 fel.');
      leave.abort();
    },
  );

  it('says in Swedish that the port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void other.close());
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const taken = await serveEditors({ folders: [SOUND], port, today: () => DAY });
    expect(taken).toEqual({ fault: expect.stringContaining(`Porten ${port} är upptagen.`) as string });
  });
});

describe('a folder that changes', () => {
  it('is read again; with problems the last good pages stay, and say so', { timeout: 30_000 }, async () => {
    const folder = copyOf(SOUND);
    const editors = await served(folder);
    onTestFinished(() => editors.stop());
    expect(await text(editors.url)).not.toContain('Kunskapsmappen har');
    await vi.waitFor(
      async () => {
        // Written anew each time: what is written before the watch has begun is not seen.
        writeFileSync(join(folder, 'ord.yml'), 'likvärdiga: fel\n');
        await new Promise((resume) => setTimeout(resume, 400));
        expect(await text(editors.url)).toContain('Kunskapsmappen har');
      },
      { timeout: 20_000, interval: 100 },
    );
    expect(await text(`${editors.url}fel`)).toContain('ord.yml');
    expect(await text(editors.url)).toContain('lagrum');
  });

  it('shows the problems alone until there is a first good version', { timeout: 30_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sekretesslotsen-'));
    onTestFinished(() => {
      rmSync(folder, { recursive: true, force: true });
    });
    writeFileSync(join(folder, 'ord.yml'), 'likvärdiga: fel\n');
    const editors = await served(folder);
    onTestFinished(() => editors.stop());
    const response = await fetch(editors.url);
    expect(response.status).toBe(503);
    expectSound('fel', await response.text());
    cpSync(SOUND, folder, { recursive: true });
    expect((await fetch(editors.url)).status).toBe(200);
  });
});

describe('the command', () => {
  it.each<[string[], string]>([
    [['visa', 'nu'], '«visa» tar inga ord.'],
    [['visa', '--port', 'tre'], '«tre» är ingen port.'],
    [['visa', '--port', '70000'], '«70000» är ingen port.'],
    [['visa', '--port', ''], '«» är ingen port.'],
  ])('%j is told in Swedish', async (args, told) => {
    let err = '';
    const stderr = new Writable({
      write(chunk: Buffer, _, done) {
        err += chunk.toString();
        done();
      },
    });
    const world = { stdin: Readable.from([]), stdout: stderr, stderr, env: {}, folder: SOUND, today: () => DAY };
    const code = await runCli(args, { ...world, start: () => Promise.resolve(0) });
    expect([code, err]).toEqual([2, expect.stringContaining(told)]);
  });
});

async function served(folder: string): Promise<Editors> {
  const editors = await serveEditors({ folders: [folder], port: 0, today: () => DAY });
  if ('fault' in editors) throw new Error(editors.fault);
  return editors;
}

async function text(url: string): Promise<string> {
  return (await fetch(url)).text();
}

/** `fetch` sets the host by itself, and tidies the path. */
function statusFor(url: string, path: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { path, headers: { Host: host }, setHost: false }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.on('error', reject);
    asked.end();
  });
}
