// One suite over all renderers: whatever clothes an answer wears, it says the same.
import { describe, expect, it } from 'vitest';
import { answer, answerEntry, answerProvisions, answerSituation, type Answer } from '../src/answer.ts';
import { writeStated } from '../src/answer/situation.ts';
import type { Knowledge } from '../src/knowledge/knowledge.ts';
import { readTarget, writeTarget } from '../src/render/buttons.ts';
import { asMarkdown, compose, type Source } from '../src/render/compose.ts';
import { toJson } from '../src/render/json.ts';
import { linkCitations } from '../src/render/links.ts';
import { messageViolations, modalViolations, SLACK_LIMITS } from '../src/render/limits.ts';
import { markdownTo, markdownToHtml, markdownToMrkdwn, plain } from '../src/render/markdown.ts';
import { renderPage } from '../src/render/page.ts';
import { answerModal, provisionsModal, renderSlack as renderFor, type SlackMessage } from '../src/render/slack.ts';
import { renderText } from '../src/render/text.ts';
import { say } from '../src/render/words.ts';
import { DAY, realKnowledge } from './support/knowledge.ts';

const knowledge = await realKnowledge();
/** With all the rows that there can be. */
const renderSlack = (given: Answer): SlackMessage => renderFor(given, { audience: 'private', human: false });

interface Renderer {
  readonly name: string;
  /** What a person reads. */
  readonly shown: (given: Answer) => string;
  /** Whether the source is listed with its address. */
  readonly lists: (given: Answer, source: Source) => boolean;
}

const renderers: readonly Renderer[] = [
  {
    name: 'the terminal',
    // A link that is no citation carries its address in the text.
    shown: (given) => renderText(given, { color: false, width: 10_000 }).replaceAll(/: https:\S+/gu, ''),
    lists: (given, { label, heading, url }) =>
      squeeze(renderText(given, { color: false, width: 10_000 })).includes(`• ${label} ${heading}`) &&
      renderText(given, { color: false }).includes(url),
  },
  {
    name: 'HTML',
    shown: (given) => textOfHtml(renderPage(given)),
    lists: (given, { label, heading, url }) =>
      renderPage(given).includes(`<li><a href="${url}">${label}</a> ${heading}`),
  },
  {
    name: 'Slack',
    shown: (given) => renderSlack(given).blocks.map(textOfBlock).join('\n'),
    lists: (given, { label, url }) =>
      (/\*\*Lagrum:\*\*.*/u.exec(JSON.stringify(renderSlack(given).blocks))?.[0] ?? '').includes(`[${label}](${url})`),
  },
];

const answers: readonly (readonly [name: string, given: Answer])[] = [
  ...knowledge.entries.map(({ id }) => [id, answerEntry(id, knowledge, DAY)!] as const),
  ...knowledge.provisions.map(({ citation, validFrom }) => {
    return [
      `${citation.act} ${citation.chapter ?? ''}:${citation.section}`,
      answerProvisions([citation], knowledge, validFrom ?? DAY),
    ] as const;
  }),
  ...[
    'en elev säger att hon ska ta livet av sig, får skolkuratorn ringa BUP?',
    'jag orkar inte leva längre',
    'pappan står här och hotar med kniv',
    'Vi har en elev som hotar att döda sin lärare. OSL 26:1',
    'Min man slår mig. Får kollegor på soc prata om mitt ärende?',
  ].map((text) => [text, answer(text, knowledge, DAY)] as const),
  ...['vad är jäv', 'hur byter jag vinterdäck', '', 'gamla SoL 14:1', 'OSL 99:1', 'x'.repeat(7_000)].map((text) => {
    return [text.slice(0, 30), answer(text, knowledge, DAY)] as const;
  }),
];

/** Every seventh of the lawyers' cases, which are of all kinds. */
const cases = (knowledge.rulebook?.cases ?? []).filter((_, i) => i % 7 === 0);
const verdicts = cases.map(({ id, stated, day }) => {
  return [id, answerSituation(stated, knowledge, day ?? DAY)!] as const;
});

describe.each(renderers)('$name', ({ shown: render, lists }) => {
  it.each([...answers, ...verdicts])('carries all that is to be said: %s', (_, given) => {
    const shown = squeeze(render(given));
    const composed = compose(given);
    for (const paragraph of markdownTo(asMarkdown(composed), plain).split(/\n+/u)) {
      // The mark before an item is each surface's own.
      expect(shown).toContain(squeeze(paragraph.replace(/^\s*(?:•|\d+\.)\s*/u, '')));
    }
    const sources = ['answer', 'verdict', 'urgent'].includes(given.outcome) ? composed.sources : [];
    expect(sources.filter((source) => !lists(given, source))).toEqual([]);
    for (const note of composed.notes) expect(shown).toContain(squeeze(markdownTo(note, plain)));
    for (const { label } of [...composed.choices, ...composed.answers])
      expect(shown).toContain(squeeze(label).slice(0, 50));
    expect(shown).toContain(squeeze(markdownTo(composed.question, plain)));
  });
});

describe('an urgent answer', () => {
  const urgent = answers.flatMap(([, given]) => (given.outcome === 'urgent' ? [given] : []));

  it.each(renderers)(
    'says first whom to ring, and then all of the answer to the question: $name',
    ({ shown: render }) => {
      expect(urgent.map(({ then }) => then.outcome)).toEqual(expect.arrayContaining(['answer', 'verdict', 'decline']));
      for (const given of urgent) {
        const shown = squeeze(render(given)).slice(squeeze(render(given)).indexOf(squeeze(say.helpFirst)));
        expect(shown.startsWith(squeeze(say.helpFirst))).toBe(true);
        for (const { who, number = who } of given.calls) {
          expect(shown).toContain(squeeze(who));
          expect(shown.indexOf(squeeze(number))).toBeLessThan(shown.indexOf(squeeze(say.yourQuestion)));
        }
        if (given.then.outcome === 'decline') continue;
        const below = markdownTo(asMarkdown(compose(given.then)), plain).split(/\n+/u);
        for (const paragraph of below) expect(shown).toContain(squeeze(paragraph.replace(/^\s*(?:•|\d+\.)\s*/u, '')));
      }
    },
  );

  it('begins the notification too', () => {
    for (const given of urgent) expect(renderSlack(given).text).toMatch(/^Hjälpen först\.[\s\S]*112/u);
  });

  it('is never replaced by what its buttons lead to', () => {
    const ids = urgent.map((given) => JSON.stringify(renderSlack(given).blocks).match(/"action_id":"[^"]+"/gu) ?? []);
    expect(ids.flat().length).toBeGreaterThan(0);
    expect(ids.flat().filter((id) => id.includes('"choose:'))).toEqual([]);
    for (const each of ids) expect(new Set(each).size).toBe(each.length);
  });

  it('keeps the fields of the answer below it in JSON', () => {
    for (const given of urgent) {
      const { outcome, urgent: alarm, citations, ...json } = toJson(given, 1);
      const below = toJson(given.then, 1);
      expect(outcome).toBe('urgent');
      expect(alarm?.then).toBe(given.then.outcome);
      expect(alarm?.calls.map(({ nummer }) => nummer)).toContain('112');
      expect(citations).toEqual(expect.arrayContaining([...below.citations]));
      expect({ ...json, outcome: below.outcome, citations: below.citations }).toEqual(below);
    }
  });
});

describe('a verdict', () => {
  it.each(verdicts)(
    'says its verdict, each provision that has a part, and each assessment that can turn it: %s',
    (_, given) => {
      const { reasoning, rulebook } = given;
      const told = asMarkdown(compose(given));
      expect(told).toContain(`**${say.verdict[reasoning.verdict]}.**`);
      const bars = reasoning.chain.filter(({ rule }) => rule.effect.verb === 'bars');
      const holding = bars.filter(({ holds }) => holds !== 'false');
      const duties = reasoning.chain.filter(({ rule, stands }) => rule.effect.verb === 'requires' && stands === 'open');
      const silent = [...(holding.length > 0 ? bars.filter((bar) => !holding.includes(bar)) : []), ...duties];
      for (const { rule } of reasoning.chain.filter((link) => !silent.includes(link)))
        expect(told).toContain(`[${rule.provision}](`);
      for (const concept of reasoning.open.map((id) => rulebook.concepts.get(id)!))
        if (concept.assessment && reasoning.turning.some((change) => change.concept === concept.id))
          expect(told).toContain(concept.question);
      for (const { heading } of compose(given).sources) expect(heading).not.toBe('');
    },
  );

  it('is read from its button again, and from nothing else', () => {
    for (const [, { stated }] of verdicts) {
      const written = writeTarget({ kind: 'situation', written: writeStated(stated) });
      expect(written.length).toBeLessThanOrEqual(SLACK_LIMITS.buttonValue);
      expect(readTarget(written)).toEqual({ kind: 'situation', written: writeStated(stated) });
    }
  });
});

describe('Slack', () => {
  it.each([...answers, ...verdicts])('accepts the message and the modals: %s', (_, given) => {
    const { text, blocks } = renderSlack(given);
    expect(text.trim()).not.toBe('');
    expect(messageViolations(blocks)).toEqual([]);
    expect(modalViolations(answerModal(given, true))).toEqual([]);
    if ('provisions' in given) expect(modalViolations(provisionsModal(given.provisions))).toEqual([]);
  });

  it.each([11_000, 20_000, 60_000])(
    'folds an answer of %d characters, and shows all of it behind the button',
    (length) => {
      const paragraphs = Array.from({ length: length / 100 }, (_, i) => `Stycke ${i} ${'ord '.repeat(20)}slut${i}.`);
      const given = withBody(paragraphs.join('\n\n'));
      const { blocks } = renderSlack(given);
      expect(messageViolations(blocks)).toEqual([]);
      const folded = JSON.stringify(blocks).includes(say.showWhole);
      expect(folded).toBe(length > SLACK_LIMITS.markdown);
      if (folded) expect(JSON.stringify(blocks)).toContain('Svaret fortsätter');
      const modal = answerModal(given, true);
      expect(modalViolations(modal)).toEqual([]);
      expect(JSON.stringify(modal)).toContain(`slut${paragraphs.length - 1}.`);
    },
  );

  it('says so when not even the modal holds it', () => {
    const modal = answerModal(withBody(Array.from({ length: 400 }, () => 'ord '.repeat(400)).join('\n\n')), true);
    expect(modalViolations(modal)).toEqual([]);
    expect(JSON.stringify(modal.blocks.at(-1))).toContain(say.moreThanFits);
  });

  it('puts what a button points at in its value and reads it back', () => {
    for (const target of [
      { kind: 'entry', id: 'a/b' },
      { kind: 'provision', places: ['OSL 26:1', 'FL 10'] },
    ] as const) {
      expect(readTarget(writeTarget(target))).toEqual(target);
    }
    for (const value of ['', undefined, 'x', 'entry', 'entry/', '{"a":1}']) expect(readTarget(value)).toBeUndefined();
  });
});

describe('the terminal', () => {
  it('uses colour only when told to, and keeps within its width', () => {
    const given = answerEntry('socialtjanst/sprida-inom-socialtjansten', knowledge, DAY)!;
    expect(renderText(given, { color: false })).not.toContain('\u001B');
    expect(renderText(given, { color: true })).toContain('\u001B[1m');
    const long = renderText(given, { color: false, width: 60 })
      .split('\n')
      .filter((line) => line.length > 60);
    expect(long.filter((line) => !/https?:/u.test(line))).toEqual([]);
  });
});

describe('JSON', () => {
  it('has the fields that programs rely on, in their order', () => {
    const given = answer('får man prata om mitt ärende med kollegor på soc', knowledge, DAY);
    const json = toJson(given, 1.234);
    expect(Object.keys(json)).toEqual([
      'question',
      'outcome',
      'entries',
      'citations',
      'facts',
      'verdict',
      'chain',
      'open',
      'presumed',
      'personalData',
      'confidence',
      'language',
      'date',
      'ms',
    ]);
    expect(json).toMatchObject({ outcome: 'answer', date: DAY, ms: 1.2, verdict: null });
    expect(json.citations).toContain('OSL 8:2');
    expect(json.entries.length).toBeLessThanOrEqual(5);
  });
});

describe('Markdown', () => {
  const hostile =
    '<img src=x onerror=alert(1)> [a](javascript:alert(1)) ![b](https://x.se/b.png) <script>1</script> [c](http://x.se) & "';
  it('lets no markup, image or unsafe link through to HTML', () => {
    const html = markdownToHtml(hostile);
    expect(html).not.toMatch(/<(?:img|script)|href="(?!https:)/u);
    expect(markdownToHtml('[ok](https://lagen.nu/2009:400#K26P1)')).toContain('href="https://lagen.nu/2009:400#K26P1"');
  });

  it('keeps mrkdwn from being told what to do', () => {
    expect(markdownToMrkdwn('<!channel> <@U1> a & b')).toBe('&lt;!channel&gt; &lt;@U1&gt; a &amp; b');
    expect(markdownToMrkdwn('**fet** och *kursiv* [länk](https://x.se)')).toBe(
      '*fet* och _kursiv_ <https://x.se|länk>',
    );
  });

  it('links each citation once, and none that is linked already', () => {
    expect(linkCitations('se OSL 26:1 och [OSL 8:1](https://x.se)')).toBe(
      'se [OSL 26:1](https://lagen.nu/2009:400#K26P1) och [OSL 8:1](https://x.se)',
    );
    expect(linkCitations('8 kap. 1 och 2 §§ OSL')).toBe('[8 kap. 1 och 2 §§ OSL](https://lagen.nu/2009:400#K8P1)');
  });
});

function withBody(body: string): Answer {
  const given = answerEntry(
    'grunder/vad-ar-men',
    { ...knowledge, entries: knowledge.entries.map((entry) => ({ ...entry, body })) } satisfies Knowledge,
    DAY,
  );
  if (given === undefined) throw new Error('The entry that the test rests on is gone');
  return given;
}

function textOfBlock(block: ReturnType<typeof renderSlack>['blocks'][number]): string {
  switch (block.type) {
    case 'markdown':
      return markdownTo(block.text, plain);
    case 'context':
      return block.elements.map((element) => ('text' in element ? unescape(element.text) : '')).join('\n');
    case 'actions':
      return block.elements.map((element) => (element.type === 'button' ? element.text.text : '')).join('\n');
    default:
      return '';
  }
}

/** mrkdwn back to the words that a person sees. */
function unescape(mrkdwn: string): string {
  return mrkdwn
    .replaceAll(/<[^|>]*\|([^>]*)>/gu, '$1')
    .replaceAll('*', '')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>');
}

function textOfHtml(html: string): string {
  return html
    .replaceAll(/<style>[\s\S]*?<\/style>/gu, '')
    .replaceAll(/<[^>]+>/gu, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

function squeeze(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}
