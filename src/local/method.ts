// What the methods of the Web API share: what they work on, how they refuse and how they read their arguments.
import type { Refusal } from './received.ts';
import type { Fields } from './shapes.ts';
import type { Triggers } from './triggers.ts';
import type { Views } from './views.ts';
import type { Workspace } from './workspace.ts';

export interface ApiContext {
  readonly workspace: Workspace;
  readonly views: Views;
  readonly triggers: Triggers;
  readonly botToken: string;
  readonly appToken: string;
  /** OAuth scopes of the app beyond those that it always has here. */
  readonly scopes: readonly string[];
  /** Where apps.connections.open points, when Socket Mode is served. */
  readonly connectionUrl: () => string | undefined;
}

/** The answer beside `ok`, or a refusal. */
export type Method = (context: ApiContext, args: Fields) => object;

export type Methods = Readonly<Record<string, Method | undefined>>;

/** The app asked for what it never should: told in the page, on standard error and in `failures`. */
export function loud(error: string, detail: string): Refusal {
  return { error, detail };
}

/** What may happen to a sound app too: a late trigger, a stale hash, a message that is gone. */
export function quiet(error: string): Refusal {
  return { error, detail: '' };
}

/** An argument that is a text with something in it. */
export function text(args: Fields, key: string): string | undefined {
  const value = args[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
