// The small shapes that all others are made of: an object, a list, a text object, keys and their types.

export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export const PLAIN = ['plain_text'];
export const ANY_TEXT = ['mrkdwn', 'plain_text'];

export function listFaults(list: unknown, what: string, faultsOf: (each: unknown) => string[]): string[] {
  return Array.isArray(list) && list.length > 0 ? list.flatMap(faultsOf) : [`${what} is empty`];
}

export function optionalText(value: unknown, what: string): string[] {
  return value === undefined ? [] : textFaults(value, what, PLAIN);
}

export function textFaults(value: unknown, what: string, types: readonly string[]): string[] {
  if (!isFields(value) || typeof value.text !== 'string') return [`${what}: not a text object`];
  if (value.text === '') return [`${what}: empty`];
  const type = typeof value.type === 'string' && types.includes(value.type);
  return [
    ...(type ? [] : [`${what}: type must be ${types.join(' or ')}`]),
    ...unknownKeys(value, ['type', 'text', 'emoji', 'verbatim']),
  ];
}

export function notOf(
  type: 'string' | 'boolean' | 'number',
  value: Fields,
  what: string,
  keys: readonly string[],
): string[] {
  const name = { string: 'a text', boolean: 'true or false', number: 'a number' }[type];
  return keys.flatMap((key) =>
    value[key] === undefined || typeof value[key] === type ? [] : [`${what} ${key} is not ${name}`],
  );
}

export function unknownKeys(value: Fields, known: readonly string[]): string[] {
  return Object.keys(value)
    .filter((key) => !known.includes(key))
    .map((key) => `key ${key} is unknown here`);
}
