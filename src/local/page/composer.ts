// Where a person writes: Enter sends, Shift+Enter makes a new line, «/» offers the commands and shortcuts, «@» names the app.
import { element, part } from './dom.ts';
import { openMenu } from './menu.ts';
import { notice } from './notices.ts';
import { send } from './send.ts';
import type { Command, Shortcut } from './snapshot.ts';
import { createSuggestions, ofCommand, ofName, ofShortcut, type Suggestion } from './suggestions.ts';

export interface Place {
  readonly channel: string;
  readonly name: string;
  readonly kind: 'channel' | 'im';
  readonly thread?: string;
}

/** What the app can do from where one writes. */
export interface Offers {
  readonly commands: readonly Command[];
  /** The global ones. */
  readonly shortcuts: readonly Shortcut[];
  readonly botName: string;
}

export interface Composer {
  /** The conversation, or thread, that what is written goes to; what was begun there comes back. */
  readonly setPlace: (place: Place) => void;
  readonly setOffers: (offers: Offers) => void;
  readonly focus: () => void;
}

export function createComposer(hostId: string, inputId: string, sent: () => void): Composer {
  const template = element('composer-template') as HTMLTemplateElement;
  element(hostId).append(template.content.cloneNode(true));
  const form = part(element(hostId), 'form', HTMLFormElement);
  const input = part(form, 'textarea', HTMLTextAreaElement);
  const label = part(form, 'label', HTMLLabelElement);
  const mention = part(form, '.mention', HTMLButtonElement);
  const slash = part(form, '.slash', HTMLButtonElement);
  const shortcuts = part(form, '.shortcuts', HTMLButtonElement);
  const hint = part(form, '.hint', HTMLParagraphElement);
  input.id = inputId;
  label.htmlFor = inputId;

  let place: Place | undefined;
  let offers: Offers = { commands: [], shortcuts: [], botName: '' };
  const drafts = new Map<string, string>();

  const draw = () => {
    input.rows = Math.min(8, Math.max(1, input.value.split('\n').length));
    form.classList.toggle('filled', input.value.trim() !== '');
  };

  const suggestions = createSuggestions(form, `${inputId}-suggestions`, (suggestion) => {
    take(suggestion);
  });
  const suggest = () => {
    const before = input.value.slice(0, input.selectionStart);
    const { botName } = offers;
    if (/^\/[^\n]*$/.test(before)) suggestions.offer(afterSlash(before, offers, place?.thread !== undefined));
    else if (place?.kind === 'channel' && /(?:^|\s)@\p{L}*$/u.test(before) && isPrefixOfName(before, botName))
      suggestions.offer([ofName(botName)]);
    else suggestions.offer([]);
  };
  const take = ({ then }: Suggestion) => {
    const end = input.selectionStart;
    const start = typeof then === 'string' ? input.value.slice(0, end).search(/[@/]\S*$/) : 0;
    input.setRangeText(typeof then === 'string' ? then : '', start, end, 'end');
    if (place !== undefined) drafts.set(keyOf(place), input.value);
    suggestions.offer([]);
    draw();
    input.focus();
    if (typeof then !== 'string') then();
  };

  const submit = () => {
    const text = input.value.trim();
    if (text === '' || place === undefined) return;
    const words = /^(\/\S+)\s*([\s\S]*)$/.exec(text);
    const fault = words?.[1] === undefined ? undefined : commandFault(words[1], place, offers.commands);
    if (fault !== undefined) {
      notice(fault);
      return;
    }
    input.value = '';
    drafts.delete(keyOf(place));
    suggestions.offer([]);
    draw();
    sent();
    const to = place;
    const acted = words?.[1] === undefined ? say(to, text) : sendCommand(to, words[1], words[2] ?? '');
    void acted.then((taken) => {
      if (!taken) giveBack(to, text);
    });
  };

  /** What could not be sent is not lost: it stands in the box again, unless something new does. */
  const giveBack = (to: Place, text: string) => {
    if ((drafts.get(keyOf(to)) ?? '') !== '') return;
    drafts.set(keyOf(to), text);
    if (place !== undefined && keyOf(place) === keyOf(to)) {
      input.value = text;
      draw();
    }
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  input.addEventListener('input', () => {
    if (place !== undefined) drafts.set(keyOf(place), input.value);
    draw();
    suggest();
  });
  input.addEventListener('blur', () => {
    suggestions.offer([]);
  });
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || suggestions.take(event)) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      submit();
    }
  });
  mention.addEventListener('click', () => {
    input.setRangeText(`@${offers.botName} `, input.selectionStart, input.selectionEnd, 'end');
    draw();
    input.focus();
  });
  slash.addEventListener('click', () => {
    if (!input.value.startsWith('/')) input.value = `/${input.value}`;
    input.focus();
    input.setSelectionRange(1, 1);
    suggest();
  });
  shortcuts.addEventListener('click', () => {
    const choices = offers.shortcuts.map((each) => ({ ...each, chosen: () => void run(each) }));
    openMenu(shortcuts, 'Genvägar', choices);
  });

  return {
    setPlace(next) {
      if (place !== undefined && keyOf(place) === keyOf(next)) return;
      place = next;
      input.value = drafts.get(keyOf(next)) ?? '';
      const where = next.kind === 'im' ? next.name : `#${next.name}`;
      label.textContent = next.thread === undefined ? `Meddelande till ${where}` : `Svar i tråden i ${where}`;
      input.placeholder = next.thread === undefined ? `Skriv till ${where}` : 'Svara …';
      mention.hidden = next.kind === 'im';
      slash.hidden = next.thread !== undefined;
      hint.textContent =
        next.kind === 'im'
          ? 'Enter skickar, Skift+Enter ger ny rad.'
          : `I en kanal svarar appen bara när den nämns med @.`;
      draw();
      suggestions.offer([]);
    },
    setOffers(now) {
      offers = now;
      shortcuts.hidden = now.shortcuts.length === 0;
    },
    focus() {
      input.focus();
    },
  };
}

/** Resolves to whether it was taken. */
export function say(place: Place, text: string): Promise<boolean> {
  return send('say', { channel: place.channel, text, ...(place.thread === undefined ? {} : { thread: place.thread }) });
}

function sendCommand(place: Place, command: string, text: string): Promise<boolean> {
  return send('command', { channel: place.channel, command, text });
}

function run({ callback_id }: Shortcut): Promise<boolean> {
  return send('shortcut', { callback_id });
}

/** Commands by their name, shortcuts by any of their words; in a thread there are no commands. */
function afterSlash(before: string, { commands, shortcuts }: Offers, inThread: boolean): readonly Suggestion[] {
  const words = before.slice(1).toLocaleLowerCase('sv');
  const fits = inThread ? [] : commands.filter(({ command }) => command.startsWith(before.toLowerCase()));
  const found = shortcuts.filter(({ name }) => name.toLocaleLowerCase('sv').includes(words));
  return [...fits.map(ofCommand), ...found.map((each) => ofShortcut(each, () => void run(each)))];
}

function commandFault(command: string, place: Place, commands: readonly Command[]): string | undefined {
  if (place.thread !== undefined)
    return 'Kommandon går inte att använda i trådar. Skriv kommandot i konversationen i stället.';
  if (commands.some((each) => each.command === command)) return undefined;
  return `${command} är inget kommando här. Skriv / för att se dem som finns.`;
}

function isPrefixOfName(before: string, botName: string): boolean {
  const typed = before.slice(before.lastIndexOf('@') + 1).toLowerCase();
  return botName.toLowerCase().startsWith(typed);
}

function keyOf(place: Place): string {
  return `${place.channel}/${place.thread ?? ''}`;
}
