// The acts that the page asks for over HTTP (`Acts` in page/snapshot.ts), read from what was posted and done by the person
// whom `as` names.
import type { Acts, Offered, OfferedGroup, On, PersonHere, Trouble } from './page/snapshot.ts';
import type { Person } from './person.ts';
import type { Suggestions } from './received.ts';
import type { Fields } from './shapes.ts';
import { readTrouble } from './troubles.ts';

export interface ActContext {
  readonly person: Person;
  readonly people: readonly PersonHere[];
  readonly setFault: (trouble: Trouble | undefined) => void;
}

/** What the page is answered with beside `ok`; rejects, in words for the person, when it cannot be done. */
export async function act(
  { person, people, setFault }: ActContext,
  name: string,
  input: Fields,
): Promise<Fields | undefined> {
  const text = (key: string) => {
    const value = input[key];
    return typeof value === 'string' ? value : '';
  };
  const user = people.find(({ id }) => id === text('as'))?.id ?? people[0]?.id ?? '';
  const channel = text('channel');
  const on: On =
    input.home === true ? { home: true } : text('view') === '' ? { channel, ts: text('ts') } : { view: text('view') };
  const spot = { user, on, block_id: text('block_id'), action_id: text('action_id') };

  switch (name as keyof Acts) {
    case 'say':
      await person.say({
        channel,
        user,
        text: text('text'),
        ...(text('thread') === '' ? {} : { thread: text('thread') }),
      });
      return undefined;
    case 'command':
      await person.command({ command: text('command'), text: text('text'), channel, user });
      return undefined;
    case 'press':
      await person.press({
        ...spot,
        ...(text('value') === '' ? {} : { value: text('value') }),
        confirmed: input.confirmed === true,
      });
      return undefined;
    case 'choose':
      await person.choose({ ...spot, value: text('value') });
      return undefined;
    case 'type':
      await person.type({ ...spot, value: text('value') });
      return undefined;
    case 'suggest':
      return { groups: offered(await person.suggest({ ...spot, query: text('query') })) };
    case 'submit':
      await person.submitView(user);
      return undefined;
    case 'close':
      await person.closeView(user);
      return undefined;
    case 'open':
      await person.open({ user, tab: text('tab') === 'home' ? 'home' : 'messages' });
      return undefined;
    case 'shortcut':
      await person.shortcut({ user, callback_id: text('callback_id') });
      return undefined;
    case 'messageShortcut':
      await person.messageShortcut({ user, callback_id: text('callback_id'), on: { channel, ts: text('ts') } });
      return undefined;
    case 'fault':
      setFault(readTrouble(input));
      return undefined;
    default:
      throw new Error(`Okänd handling: ${name}`);
  }
}

function offered(suggestions: Suggestions | undefined): readonly OfferedGroup[] {
  const { options, option_groups = [] } = suggestions ?? {};
  const asOffered = ({ text, value, description }: NonNullable<Suggestions['options']>[number]): Offered => ({
    value: value ?? '',
    text: text.text,
    ...(description === undefined ? {} : { description: description.text }),
  });
  return [
    ...(options === undefined || options.length === 0 ? [] : [{ options: options.map(asOffered) }]),
    ...option_groups.map((group) => ({ label: group.label.text, options: group.options.map(asOffered) })),
  ];
}
