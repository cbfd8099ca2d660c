// Which verb of a clause decides who tells whom.
import {
  DETERMINERS,
  GET_MAIN,
  HAVE,
  HAVE_WHAT,
  TAKE,
  TAKE_WHAT,
  VERB_FORMS,
  WISHES,
  isGoods,
  isThing,
  isThingOrParticle,
  type Frame,
  type Verb,
} from './frames.ts';
import { isFinite } from './phrases.ts';
import type { Token } from './vocabulary.ts';

/** Token places, `to` inclusive. */
interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Head {
  readonly frame: Frame;
  readonly passive: boolean;
  readonly finite: boolean;
  readonly at: number;
  /** The first verb of the clause: the subject stands before it. */
  readonly first: number;
  /** The first verb only makes contact: "ringa … för att få veta". */
  readonly contacts: boolean;
  readonly takesFor: boolean;
  readonly light: boolean;
}

/** The verb that decides, of the verbs of the clause in their order. */
export function headOf(clause: Span, tokens: readonly Token[]): Head | undefined {
  const verbs = chainOf(verbsOf(clause, tokens));
  const [first] = verbs;
  const deciding = decidingOf(verbs);
  if (first === undefined || deciding === undefined) return undefined;
  return {
    frame: deciding.frame,
    passive: deciding.form === 'passive',
    finite: first.form === 'finite',
    at: deciding.at,
    first: first.at,
    contacts: first.frame === 'talk',
    takesFor: verbs.some(({ takesFor }) => takesFor),
    light: deciding.light,
  };
}

function decidingOf(verbs: readonly Placed[]): Placed | undefined {
  const last = verbs.at(-1);
  const lets = verbs.find(({ frame }) => frame === 'let');
  if (lets !== undefined) return last?.frame === 'get' ? lets : last;
  const asks = verbs.find(({ frame }) => frame === 'ask');
  const gets = verbs.find(({ frame, form }) => frame === 'get' && form !== 'passive');
  if (asks !== undefined) return asks;
  if (gets !== undefined && last?.form === 'passive') return gets;
  return verbs.find(({ frame }) => frame === last?.frame);
}

export type Placed = Verb & { readonly at: number };

/** A finite verb after an infinitive is of another clause: "läsa det | läraren skriver". */
function chainOf(verbs: readonly Placed[]): readonly Placed[] {
  const end = verbs.findIndex(({ form }, place) => form === 'finite' && verbs[place - 1]?.form === 'infinitive');
  return end < 0 ? verbs : verbs.slice(0, end);
}

export function verbsOf({ from, to }: Span, tokens: readonly Token[]): Placed[] {
  const words = tokens.map(({ word }) => word);
  const discloses = words.slice(from, to + 1).some(isThingOrParticle) && !words.slice(from, to + 1).some(isGoods);
  const verbs: Placed[] = [];
  for (let at = from; at <= to; at += 1) {
    const verb = particleVerb(at, to, words) ?? VERB_FORMS.get(words[at] ?? '');
    if (verb === undefined || isOtherWord(at, words)) continue;
    if (!verb.light || discloses) verbs.push({ ...verb, at });
  }
  return verbs.length > 0 ? verbs : getMain(from, to, words);
}

const VISITS: ReadonlySet<string> = new Set([
  'tillsyn',
  'inspektion',
  'besok',
  'tillsynsbesok',
  'granskning',
  'revision',
]);
const PLAIN: Verb = { frame: 'get', form: 'infinitive', light: false, takesFor: false };

/** Verbs that are two words: "ta del", "ta reda på", "ha insyn", "ta kontakt", "höra av sig", "ställa frågor". */
function particleVerb(at: number, to: number, words: readonly string[]): Verb | undefined {
  const word = words[at] ?? '';
  const near = words.slice(at + 1, Math.min(at + 5, to + 1));
  const form = isFinite(word) ? 'finite' : 'infinitive';
  if (TAKE.has(word) && near.slice(0, 3).some((other) => TAKE_WHAT.has(other))) return { ...PLAIN, form };
  if (TAKE.has(word) || HAVE.has(word)) {
    if (near.includes('kontakt')) return { ...PLAIN, form, frame: 'talk' };
    if (near.includes('upp') && TAKE.has(word))
      return { ...PLAIN, form, frame: words.includes('med', at) ? 'talk' : 'tell', light: !words.includes('med', at) };
  }
  if (
    HAVE.has(word) &&
    words
      .slice(at + 1, to + 1)
      .some((other) => HAVE_WHAT.has(other) && !(other === 'ratt' && !isRightTo(words, at, to)))
  )
    return { ...PLAIN, form };
  if (
    word === 'ha' &&
    words.slice(Math.max(0, at - 3), at).some((other) => WISHES.has(other)) &&
    near.some(isThingOrParticle)
  )
    return PLAIN;
  if (/^hor(?:a|de|t)?$/u.test(word) && near[0] === 'av' && /^(?:sig|mig|oss)$/u.test(near[1] ?? ''))
    return { ...PLAIN, form, frame: 'talk' };
  if (/^stall(?:a|er|de|t)$/u.test(word) && near.some((other) => /^fraga|^fragor/u.test(other)))
    return { ...PLAIN, form, frame: 'ask' };
  if (/^gor(?:a|de)?$|^gjort$/u.test(word) && near.some((other) => other.endsWith('anmalan')))
    return { ...PLAIN, form, frame: 'tell' };
  if (/^folj(?:a|er|de|t)$/u.test(word) && near[0] === 'upp') return { ...PLAIN, form, frame: 'ask' };
  if (/^(?:gor(?:a|de)?|gjort|kom|kommer|komma)$/u.test(word) && near.some((other) => VISITS.has(other)))
    return { ...PLAIN, form, frame: 'ask' };
  if (GET_MAIN.has(word) && near.includes('reda')) return { ...PLAIN, form };
  if (/^(?:ga|gar|gatt|skriva|skriver)$/u.test(word) && near[0] === 'till') return { ...PLAIN, form, frame: 'talk' };
  if (/^(?:gora|agera|hantera)$/u.test(word) && words.slice(Math.max(0, at - 5), at).includes('hur'))
    return { ...PLAIN, frame: 'tell' };
  if (word === 'kom' || word === 'komma' || word === 'kommer') return near[0] === 'at' ? { ...PLAIN, form } : undefined;
  return undefined;
}

/** "rätt till uppgifter", not "rätt att …", where another verb follows. */
function isRightTo(words: readonly string[], at: number, to: number): boolean {
  const right = words.indexOf('ratt', at);
  return right > 0 && right < to && words[right + 1] === 'till';
}

/** "en fråga", "min fråga", and "se till", which is no seeing. */
function isOtherWord(at: number, words: readonly string[]): boolean {
  const [before = '', word = '', after = ''] = words.slice(Math.max(0, at - 1), at + 2);
  if (at === 0) return word === 'till' && before === 'se';
  return word === 'se'
    ? after === 'till'
    : word === 'fraga' && /^(?:en|min|vår|denna|samma|hans|hennes)$/u.test(before);
}

/** "får" as a verb of its own: "får polisen uppgifter från skolan". */
function getMain(from: number, to: number, words: readonly string[]): Placed[] {
  const at = words.findLastIndex((word, place) => place >= from && place <= to && GET_MAIN.has(word));
  if (at < 0) return [];
  const rest = words.slice(at + 1, to + 1);
  const thing = rest.findIndex((word) => isThing(word) || word === 'ut');
  const before = rest.slice(0, thing);
  const plain =
    thing >= 0 &&
    thing <= 5 &&
    !before.some(
      (word) =>
        word.endsWith('a') &&
        !DETERMINERS.has(word) &&
        !/^(?:nagra|alla|skolan|samma|nya)$/u.test(word) &&
        /^(?:spara|skriva|fora|registrera|dokumentera|behalla|gallra|radera|lagra|anvanda|kopiera|skapa|behandla|gora|ha|andra)$/u.test(
          word,
        ),
    );
  const isWhat = words.slice(from, at).some((word) => /^(?:vad|vilken|vilka)$/u.test(word));
  const fromSomeone = rest.some((word) => /^(?:fran|ifran|av)$/u.test(word));
  return plain || (isWhat && fromSomeone)
    ? [{ ...PLAIN, form: isFinite(words[at] ?? '') ? 'finite' : 'infinitive', at }]
    : [];
}
