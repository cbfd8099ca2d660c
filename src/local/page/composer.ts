// Where a person writes: Enter sends, Shift+Enter makes a new line, «/» offers the commands, «@» names the app.
import { announce, element, notice, part, send } from './send.ts';
import type { Command } from './snapshot.ts';

export interface Place {
  readonly channel: string;
  readonly name: string;
  readonly kind: 'channel' | 'im';
  readonly thread?: string;
}

export interface Composer {
  /** The conversation, or thread, that what is written goes to; what was begun there comes back. */
  readonly setPlace: (place: Place) => void;
  readonly setCommands: (commands: readonly Command[], botName: string) => void;
  readonly focus: () => void;
}

export function createComposer(hostId: string, inputId: string, sent: (place: Place) => void): Composer {
  const template = element('composer-template') as HTMLTemplateElement;
  element(hostId).append(template.content.cloneNode(true));
  const form = part(element(hostId), 'form', HTMLFormElement);
  const input = part(form, 'textarea', HTMLTextAreaElement);
  const label = part(form, 'label', HTMLLabelElement);
  const list = part(form, '.suggestions', HTMLUListElement);
  const mention = part(form, '.mention', HTMLButtonElement);
  const slash = part(form, '.slash', HTMLButtonElement);
  const hint = part(form, '.hint', HTMLParagraphElement);
  const listId = `${inputId}-suggestions`;
  input.id = inputId;
  label.htmlFor = inputId;
  list.id = listId;
  input.setAttribute('aria-controls', listId);

  let place: Place | undefined;
  let commands: readonly Command[] = [];
  let botName = '';
  let offered: readonly Suggestion[] = [];
  let chosen = 0;
  const drafts = new Map<string, string>();

  const draw = () => {
    input.rows = Math.min(8, Math.max(1, input.value.split('\n').length));
    form.classList.toggle('filled', input.value.trim() !== '');
  };

  const offer = (suggestions: readonly Suggestion[]) => {
    const appeared = offered.length === 0 && suggestions.length > 0;
    offered = suggestions;
    chosen = Math.min(chosen, Math.max(0, suggestions.length - 1));
    list.hidden = suggestions.length === 0;
    list.replaceChildren(...suggestions.map((each, index) => option(each, `${listId}-${index}`, index === chosen)));
    if (suggestions.length === 0) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', `${listId}-${chosen}`);
    list.children[chosen]?.scrollIntoView({ block: 'nearest' });
    if (appeared) announce(`${suggestions.length} förslag. Välj med piltangenterna, sätt in med Enter.`);
  };

  const suggest = () => {
    const before = input.value.slice(0, input.selectionStart);
    if (place?.thread === undefined && /^\/\S*$/.test(before)) {
      offer(commands.filter(({ command }) => command.startsWith(before.toLowerCase())).map(asSuggestion));
    } else if (place?.kind === 'channel' && /(?:^|\s)@\p{L}*$/u.test(before) && isPrefixOfName(before, botName)) {
      offer([{ insert: `@${botName} `, title: `@${botName}`, usage: '', text: 'Nämn appen så att den svarar' }]);
    } else {
      offer([]);
    }
  };

  const take = (suggestion: Suggestion) => {
    const end = input.selectionStart;
    const start = input.value.slice(0, end).search(/[@/]\S*$/);
    input.setRangeText(suggestion.insert, start, end, 'end');
    offer([]);
    draw();
    input.focus();
  };

  const submit = () => {
    const text = input.value.trim();
    if (text === '' || place === undefined) return;
    const words = /^(\/\S+)\s*([\s\S]*)$/.exec(text);
    if (words?.[1] !== undefined) {
      if (place.thread !== undefined) {
        notice('Kommandon går inte att använda i trådar. Skriv kommandot i konversationen i stället.');
        return;
      }
      if (!commands.some(({ command }) => command === words[1])) {
        notice(`${words[1]} är inget kommando här. Skriv / för att se dem som finns.`);
        return;
      }
    }
    input.value = '';
    drafts.delete(keyOf(place));
    offer([]);
    draw();
    sent(place);
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
    chosen = 0;
    draw();
    suggest();
  });
  input.addEventListener('blur', () => {
    offer([]);
  });
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const suggestion = offered[chosen];
    if (suggestion !== undefined && ['ArrowDown', 'ArrowUp', 'Enter', 'Tab', 'Escape'].includes(event.key)) {
      // A command written out in full goes with Enter; there is nothing left to choose.
      if (event.key === 'Enter' && input.value.trim() === suggestion.title && suggestion.usage === '') offer([]);
      else {
        event.preventDefault();
        if (event.key === 'Escape') offer([]);
        else if (event.key === 'Enter' || event.key === 'Tab') take(suggestion);
        else {
          chosen = (chosen + (event.key === 'ArrowDown' ? 1 : offered.length - 1)) % offered.length;
          offer(offered);
        }
        return;
      }
    }
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      submit();
    }
  });
  list.addEventListener('mousedown', (event) => {
    event.preventDefault();
    const index = [...list.children].findIndex((child) => child.contains(event.target as Node));
    const suggestion = offered[index];
    if (suggestion !== undefined) take(suggestion);
  });
  mention.addEventListener('click', () => {
    input.setRangeText(`@${botName} `, input.selectionStart, input.selectionEnd, 'end');
    draw();
    input.focus();
  });
  slash.addEventListener('click', () => {
    if (!input.value.startsWith('/')) input.value = `/${input.value}`;
    input.focus();
    input.setSelectionRange(1, 1);
    suggest();
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
      offer([]);
    },
    setCommands(all, name) {
      commands = all;
      botName = name;
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

interface Suggestion {
  readonly insert: string;
  readonly title: string;
  readonly usage: string;
  readonly text: string;
}

function asSuggestion({ command, usageHint, description }: Command): Suggestion {
  return { insert: usageHint === '' ? command : `${command} `, title: command, usage: usageHint, text: description };
}

function option(suggestion: Suggestion, id: string, selected: boolean): HTMLLIElement {
  const item = document.createElement('li');
  item.id = id;
  item.role = 'option';
  item.ariaSelected = String(selected);
  const title = document.createElement('strong');
  title.textContent = suggestion.title;
  const usage = document.createElement('span');
  usage.className = 'usage';
  usage.textContent = suggestion.usage;
  const text = document.createElement('span');
  text.className = 'description';
  text.textContent = suggestion.text;
  item.append(title, ' ', usage, text);
  return item;
}

function isPrefixOfName(before: string, botName: string): boolean {
  const typed = before.slice(before.lastIndexOf('@') + 1).toLowerCase();
  return botName.toLowerCase().startsWith(typed);
}

function keyOf(place: Place): string {
  return `${place.channel}/${place.thread ?? ''}`;
}
