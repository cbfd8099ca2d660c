// Of all that the clauses say, who tells whom in the disclosure that is asked about.
import type { Vocabulary } from '../knowledge/rule-schema.ts';
import type { Move } from './moves.ts';
import type { Phrase } from './phrases.ts';
import type { Reading } from './readings.ts';

/** Someone with a party and the words that named them. */
export type Named = Phrase & { readonly party: string };

export interface Roles {
  readonly sender?: Named | undefined;
  readonly recipient?: Named | undefined;
  /** Both readings where it is not said who tells whom. */
  readonly directions: readonly (readonly [sender: string, recipient: string])[];
}

interface Context {
  readonly phrases: readonly Phrase[];
  readonly asker: Phrase | undefined;
  readonly kinds: Vocabulary['kinds'];
}

/** Named, the one who asks ("vi", "man") or somebody else ("de", "personalen") of whom it is not said who they are. */
type Role = Named | 'self' | 'someone' | undefined;

interface Resolved extends Omit<Reading, 'sender' | 'recipient' | 'teller' | 'pair'> {
  readonly sender: Role;
  readonly recipient: Role;
  readonly teller: Role;
  readonly pair: readonly [Role, Role] | undefined;
}

/**
 * The disclosure that is asked about, with what the rest of the question adds:
 *
 *     Pappan ringer förskolan och frågar …  Får vi svara?     who wanted it gets it; who was asked is "vi"
 *     … Jag är kurator. Får mamman veta?                      who asks the question holds it
 *     får pappan veta | vad barnet sagt till läraren          who was told it, or has written it, holds it
 *     Eleven byter från A till B. Ska journalen skickas?      it follows the one who moves
 *
 * What is named in the clause itself is never changed by the others.
 */
export function decide(given: readonly Reading[], move: Move, context: Context): Roles {
  const readings = given
    .map((reading) => resolved(reading, context))
    .filter((reading) => isDisclosure(reading, context));
  const pair = readings.find((reading) => reading.pair !== undefined)?.pair;
  const direct = readings.filter((reading) => reading.pair === undefined);
  const main = [...direct].sort((a, b) => weight(b) - weight(a))[0];
  if (main === undefined && pair === undefined && given.some(isOpen))
    return { ...moved({}, move, context), directions: [] };
  if (main === undefined || (main.wanted && !isWhole(main) && pair !== undefined)) return either(pair);
  const opposite = direct.find(
    (other) => other.asked === main.asked && isWhole(other) && isWhole(main) && isOpposite(main, other),
  );
  if (opposite !== undefined) return either([main.sender, main.recipient]);
  const recipient = recipientOf(main, direct);
  const sender = senderOf(main, recipient, direct, context);
  if (sender === undefined && recipient === undefined && pair !== undefined) return either(pair);
  return { ...moved({ sender, recipient }, move, context), directions: [] };
}

// Names ---------------------------------------------------------------------------------------------------------------

function resolved(reading: Reading, context: Context): Resolved {
  const isColleague = typeof reading.sender === 'object' && reading.sender.kind === 'kollega';
  const first = nameOf(reading.sender, undefined, context);
  const recipient = nameOf(reading.recipient, first, context);
  const sender = isColleague ? nameOf(reading.sender, recipient, context) : first;
  const [a, b] = (reading.pair ?? []).map((phrase) => nameOf(phrase, undefined, context));
  const teller = nameOf(reading.teller, undefined, context);
  const all = {
    ...reading,
    sender,
    recipient,
    teller,
    pair: reading.pair === undefined ? undefined : ([a, b] as const),
  };
  return reading.wish ? wished(all, context) : all;
}

/** "rektorn vill prata med soc": rektorn tells. With the one who asks us, or by those who only ask, it is not sure. */
function wished(reading: Resolved, { asker, kinds }: Context): Resolved {
  const { sender, recipient } = reading;
  const isToUs = recipient === 'self' || (certain(recipient) !== undefined && isSame(recipient, asker));
  if (isToUs || isOf(sender, kinds.individuals))
    return { ...reading, sender: recipient, recipient: sender, wanted: true };
  return isOf(sender, kinds.inquirers)
    ? { ...reading, sender: undefined, recipient: undefined, pair: [sender, recipient] }
    : reading;
}

function nameOf(phrase: Phrase | 'someone' | undefined, other: Role, context: Context): Role {
  if (phrase === undefined || phrase === 'someone') return phrase;
  if (isNamed(phrase)) return phrase;
  const { asker } = context;
  switch (phrase.kind) {
    case 'self':
    case 'generic':
      return asker !== undefined && isNamed(asker) ? asker : 'self';
    case 'kollega': {
      const same = asker !== undefined && isNamed(asker) ? asker : certain(other);
      return same === undefined ? 'someone' : { ...phrase, party: same.party };
    }
    case 'other':
      return referent(phrase, other, context) ?? 'someone';
    case 'folk':
    case 'party':
      return 'someone';
  }
}

function isNamed(phrase: Phrase): phrase is Named {
  return phrase.party !== undefined;
}

/** Whom "de" and "hon" mean: the only one who was named before. */
function referent(pronoun: Phrase, other: Role, { phrases, asker }: Context): Named | undefined {
  const before = phrases
    .filter(isNamed)
    .filter(
      ({ from, kind, mark, party }) =>
        from < pronoun.from && kind === 'party' && mark !== 'as' && mark !== 'about' && party !== asker?.party,
    )
    .filter((phrase) => phrase.party !== certain(other)?.party);
  return new Set(before.map(({ party }) => party)).size === 1 ? before.at(-1) : undefined;
}

/** Private persons owe no secrecy, and a talk with the one it is about is no disclosure. */
function isDisclosure({ sender, recipient, talk, pair }: Resolved, { kinds }: Context): boolean {
  if (pair !== undefined) return pair.every((role) => role !== undefined && !isOf(role, kinds.concerned));
  if (talk && isOf(recipient, kinds.concerned)) return false;
  return !isOf(sender, kinds.individuals) && (sender !== undefined || recipient !== undefined);
}

// What the rest adds --------------------------------------------------------------------------------------------------

function recipientOf(main: Resolved, direct: readonly Resolved[]): Named | undefined {
  const own = certain(main.recipient);
  if (own !== undefined || main.recipient === 'self') return own;
  if (main.recipient === undefined && main.sender === undefined) return undefined;
  const wanting = direct.find(
    ({ wanted, recipient }) => wanted && certain(recipient) && !isSame(recipient, main.sender),
  );
  const fits =
    main.recipient === undefined ||
    certain(main.sender) === undefined ||
    certain(wanting?.sender) === undefined ||
    isSame(main.sender, wanting?.sender);
  return fits ? certain(wanting?.recipient) : undefined;
}

function senderOf(
  main: Resolved,
  recipient: Named | undefined,
  direct: readonly Resolved[],
  { asker, kinds }: Context,
): Named | undefined {
  const own = certain(main.sender);
  if (own !== undefined) return own;
  const holder = asker !== undefined && isNamed(asker) && !isOf(asker, kinds.individuals) ? asker : undefined;
  if (main.sender === undefined && recipient !== undefined && recipient !== holder && holder !== undefined)
    return holder;
  const teller = certain(main.teller);
  if (main.sender === undefined && teller !== undefined) return isSame(teller, recipient) ? undefined : teller;
  return recipient === undefined ? undefined : askedOf(recipient, direct, kinds);
}

/** The only one from whom the recipient wants it. */
function askedOf(recipient: Named, direct: readonly Resolved[], kinds: Context['kinds']): Named | undefined {
  const asked = direct.filter(({ wanted, sender }) => wanted && sender !== undefined);
  const [first] = asked;
  const isOnly = asked.every((other) => isSame(other.recipient, recipient) && isSame(other.sender, first?.sender));
  return isOnly && !isOf(first?.sender, kinds.individuals) ? certain(first?.sender) : undefined;
}

/** What follows the one who moves goes from the old place to the new. */
function moved(roles: Omit<Roles, 'directions'>, move: Move, context: Context): Omit<Roles, 'directions'> {
  const [from, to] = [move.from, move.to].map((phrase) => certain(nameOf(phrase, undefined, context)));
  const within = from?.party === to?.party;
  const sender = roles.sender ?? (from !== undefined && (within || !isSame(from, roles.recipient)) ? from : undefined);
  const recipient = roles.recipient ?? (to !== undefined && (within || !isSame(to, sender)) ? to : undefined);
  return { sender, recipient };
}

function either(pair: readonly [Role, Role] | undefined): Roles {
  const [a, b] = (pair ?? []).map((role) => certain(role)?.party);
  return {
    directions:
      a === undefined || b === undefined || a === b
        ? []
        : [
            [a, b],
            [b, a],
          ],
  };
}

// Comparing -----------------------------------------------------------------------------------------------------------

function certain(role: Role): Named | undefined {
  return typeof role === 'object' ? role : undefined;
}

function isSame(a: Role, b: Role | Phrase): boolean {
  return certain(a) !== undefined && typeof b === 'object' && certain(a)?.party === b.party;
}

function isOf(role: Role, parties: readonly string[]): boolean {
  const party = certain(role)?.party;
  return party !== undefined && parties.includes(party);
}

function weight(reading: Resolved): number {
  const roles = [reading.sender, reading.recipient].filter((role) => certain(role) !== undefined).length;
  return (reading.asked ? 4 : 0) + (reading.wanted ? 0 : 1) + roles;
}

/** "får journalen skickas?": asked, but nobody is named. */
function isOpen({ asked, sender, recipient }: Reading): boolean {
  return asked && sender === undefined && recipient === undefined;
}

function isWhole({ sender, recipient }: Resolved): boolean {
  return certain(sender) !== undefined && certain(recipient) !== undefined;
}

function isOpposite(a: Resolved, b: Resolved): boolean {
  return isSame(a.sender, b.recipient) && isSame(a.recipient, b.sender) && !isSame(a.sender, a.recipient);
}
