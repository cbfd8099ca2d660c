// Block Kit and mrkdwn as the page shows them, and what the stand-in refuses.
import type { Button, KnownBlock } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { blocksToHtml, blockToHtml } from '../../src/render/blocks-html.ts';
import { mrkdwnToHtml } from '../../src/render/mrkdwn-html.ts';
import { isRefusal, readContent, readModal } from '../../src/local/received.ts';

const nobody = () => undefined;
const html = (text: string) => mrkdwnToHtml(text, (id) => (id === 'U1' ? 'Sekretesslotsen' : undefined));

describe('mrkdwn', () => {
  it.each([
    ['*fet* och _lutad_, ~struken~', '<p><strong>fet</strong> och <em>lutad</em>, <s>struken</s></p>'],
    ['snake_case_namn och 2*3*4', '<p>snake_case_namn och 2*3*4</p>'],
    ['*fet _och lutad_*', '<p><strong>fet <em>och lutad</em></strong></p>'],
    ['`*inte fet*`', '<p><code>*inte fet*</code></p>'],
    ['rad\nrad\n\nstycke', '<p>rad<br>rad</p><p>stycke</p>'],
    ['• ett\n   mer\n• två', '<ul><li>ett<br>mer</li><li>två</li></ul>'],
    ['&gt; citat', '<blockquote>citat</blockquote>'],
    ['<@U1> hej <@U2>', '<p><span class="mention">@Sekretesslotsen</span> hej <span class="mention">@U2</span></p>'],
    ['<!channel>', '<p><span class="mention">@channel</span></p>'],
  ])('%j', (text, expected) => {
    expect(html(text)).toBe(expected);
  });

  it('links to https only, with the label escaped', () => {
    expect(html('<https://lagen.nu/2009:400?a=1&amp;b=2|OSL &amp; 10 kap.>')).toBe(
      '<p><a href="https://lagen.nu/2009:400?a=1&amp;b=2" target="_blank" rel="noreferrer">OSL &amp; 10 kap.</a></p>',
    );
    expect(html('<http://lagen.nu|osäker>')).toBe('<p>osäker</p>');
    expect(html('<javascript:alert(1)|klicka>')).toBe('<p>klicka</p>');
    expect(html('<https://x" onclick="y|z>')).not.toContain('<a');
  });

  it('never lets markup through, however it is escaped', () => {
    for (const text of ['<img src=x onerror=y>', '&lt;b&gt;', '*<script>*', '`<b>`', '```<b>```', '• <b>']) {
      expect(html(text)).not.toMatch(/<(?:img|b|script)\b/);
    }
  });
});

describe('blocks', () => {
  it('gives a button its ids, style and address', () => {
    const made = blocksToHtml([actions({ action_id: 'a"1', style: 'primary' })], nobody);
    expect(made).toContain('data-press="a&quot;1" data-block="b1"');
    expect(made).toContain('class="button primary"');
    expect(blocksToHtml([actions({ url: 'https://lagen.nu' })], nobody)).toMatch(
      /<a class="button".*href="https:\/\/lagen\.nu"/,
    );
  });

  it('keeps the headings of a markdown block beneath those of the page', () => {
    expect(blocksToHtml([{ type: 'markdown', text: '# Vad gäller\n\n**fet**' }], nobody)).toContain(
      '<h3>Vad gäller</h3>',
    );
  });

  it('gives the two thumbs their values and names, and shows which is pressed', () => {
    const thumbs = blockToHtml(feedback, nobody, { values: {}, pressed: { f: 'bad' } });
    expect(thumbs).toMatch(
      /data-press="rate" data-block="f" data-value="good"\s+aria-pressed="false" aria-label="Bra svar"/,
    );
    expect(thumbs).toMatch(/data-value="bad"\s+aria-pressed="true" aria-label="Ett dåligt svar"/);
    expect(blocksToHtml([feedback], nobody)).not.toContain('aria-pressed="true"');
  });

  it('shows what is chosen in a select beside a section, and lists nothing where the app is to be asked', () => {
    const made = blocksToHtml([beside], nobody, {
      values: { s: { find: { type: 'external_select', selected_option: option } } },
    });
    expect(made).toContain('data-least="1"');
    expect(made).toContain('value="OSL 26:1"');
    expect(made).toContain('aria-label="Sök lagrum"');
    expect(made).not.toContain('role="option"');
    expect(made).not.toMatch(/\sid="/);
  });

  it('gives a text box what is typed, its length and what is wrong with it, escaped', () => {
    const made = blockToHtml(words, nobody, {
      values: { w: { words: { type: 'plain_text_input', value: '<"hej">' } } },
      errors: { w: 'Skriv mer' },
    });
    expect(made).toMatch(/<textarea rows="4" class="text-input"/);
    expect(made).toContain('data-typed="&lt;&quot;hej&quot;&gt;"');
    expect(made).toContain('maxlength="200"');
    expect(made).toMatch(/aria-describedby="error-w" aria-required="true" aria-invalid="true"/);
    expect(made).toContain('<p class="field-error" id="error-w">Skriv mer</p>');
  });

  it('carries what a button asks first', () => {
    const confirm = {
      title: plain('Visa för alla?'),
      text: { type: 'mrkdwn' as const, text: '*Alla* &lt;b&gt;' },
      confirm: plain('Visa'),
      deny: plain('Avbryt'),
    };
    const asked = /data-confirm="([^"]*)"/.exec(blocksToHtml([actions({ confirm })], nobody))?.[1] ?? '';
    expect(
      JSON.parse(
        asked.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
      ),
    ).toEqual({
      title: 'Visa för alla?',
      html: '<p><strong>Alla</strong> &lt;b&gt;</p>',
      confirm: 'Visa',
      deny: 'Avbryt',
      danger: false,
    });
  });

  it('shows an unknown element as an error, in a field too', () => {
    const picker = { type: 'datepicker' as const, action_id: 'd' };
    expect(blocksToHtml([{ type: 'actions', elements: [picker] }], nobody)).toContain('Okänd blocktyp: datepicker');
    expect(blocksToHtml([{ type: 'input', label: plain('Dag'), element: picker }], nobody)).toContain(
      'Okänd blocktyp: datepicker',
    );
  });

  it('shows an unknown block as an error', () => {
    expect(blocksToHtml([{ type: 'image', image_url: 'https://x', alt_text: 'x' }], nobody)).toContain(
      'Okänd blocktyp: image',
    );
  });
});

describe('what is refused', () => {
  it.each([
    ['an unknown block', [{ type: 'image', image_url: 'https://x', alt_text: 'x' }], 'invalid_blocks'],
    ['an unknown element', [{ type: 'actions', elements: [{ type: 'datepicker' }] }], 'invalid_blocks'],
    ['a misspelt key', [{ type: 'section', txt: 1, text: { type: 'mrkdwn', text: 'x' } }], 'invalid_blocks'],
    ['mrkdwn in a header', [{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }], 'invalid_blocks'],
    ['a section that is too long', [section('x'.repeat(3_001))], 'invalid_blocks'],
    ['51 blocks', Array.from({ length: 51 }, () => ({ type: 'divider' })), 'invalid_blocks'],
    ['too much text in all', Array.from({ length: 5 }, () => section('x'.repeat(2_900))), 'msg_blocks_too_long'],
    ['a list that is none', '{', 'invalid_blocks'],
  ])('%s', (_what, blocks, error) => {
    expect(readContent({ text: 'x', blocks })).toMatchObject({ error });
  });

  it('blocks without text beside them', () => {
    expect(readContent({ text: ' ', blocks: [section('x')] })).toMatchObject({ error: 'no_text' });
  });

  it('a markdown block in a modal', () => {
    const title = { type: 'plain_text', text: 'Pröva' };
    const view = (blocks: unknown[]) => readModal({ type: 'modal', title, blocks });
    expect(view([{ type: 'markdown', text: 'x' }])).toMatchObject({ error: 'invalid_blocks' });
    expect(isRefusal(view([section('x')]))).toBe(false);
  });
});

function section(text: string) {
  return { type: 'section', text: { type: 'mrkdwn', text } };
}

const feedback: KnownBlock = {
  type: 'context_actions',
  block_id: 'f',
  elements: [
    {
      type: 'feedback_buttons',
      action_id: 'rate',
      positive_button: { text: plain('Bra svar'), value: 'good' },
      negative_button: { text: plain('Dåligt svar'), accessibility_label: 'Ett dåligt svar', value: 'bad' },
    },
  ],
};

const option = { text: plain('OSL 26:1'), value: 'osl-26-1' };

const beside: KnownBlock = {
  type: 'section',
  block_id: 's',
  text: plain('Läs en bestämmelse'),
  accessory: { type: 'external_select', action_id: 'find', min_query_length: 1, placeholder: plain('Sök lagrum') },
};

const words: KnownBlock = {
  type: 'input',
  block_id: 'w',
  label: plain('Vad saknades?'),
  element: { type: 'plain_text_input', action_id: 'words', multiline: true, max_length: 200 },
};

function plain(text: string) {
  return { type: 'plain_text' as const, text };
}

function actions(button: Partial<Button>): KnownBlock {
  return {
    type: 'actions',
    block_id: 'b1',
    elements: [{ type: 'button', text: { type: 'plain_text', text: 'Ja' }, ...button }],
  };
}
