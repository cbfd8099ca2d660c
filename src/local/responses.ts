// response_url: an address that lets the app answer one act of one person, five times within thirty minutes.
import { randomBytes } from 'node:crypto';
import { type Refusal, isRefusal, readContent } from './received.ts';
import type { Fields } from './shapes.ts';
import { postAsApp, readThread } from './threads.ts';
import type { Message, Workspace } from './workspace.ts';

/** Where an answer goes: the conversation and person of the act, and the message that was acted on, if there was one. */
export interface Target {
  readonly channel: string;
  readonly user: string;
  readonly original?: Message;
}

export interface Responses {
  readonly issue: (target: Target) => string;
  /** HTTP status and body, as Slack answers a POST to the address. */
  readonly use: (id: string, body: unknown) => { readonly status: number; readonly body: object };
}

const USES = 5;
const LIFE_MS = 30 * 60_000;

export function createResponses(workspace: Workspace): Responses {
  const issued = new Map<string, { readonly target: Target; readonly at: number; uses: number }>();
  return {
    issue(target) {
      const id = randomBytes(12).toString('hex');
      issued.set(id, { target, at: workspace.now(), uses: 0 });
      return id;
    },
    use(id, body) {
      const response = issued.get(id);
      if (response === undefined || workspace.now() - response.at > LIFE_MS) return refused(404, 'expired_url');
      if (response.uses >= USES) return refused(404, 'used_url');
      response.uses += 1;
      const done = respond(workspace, response.target, body);
      if (done === undefined) return { status: 200, body: { ok: true } };
      workspace.fail(`Slack skulle avvisa appens svar till response_url: ${done.error} (${done.detail})`);
      return refused(400, done.error);
    },
  };
}

/** Does what a body sent to a response_url, or an acknowledgement with a body, asks for. */
export function respond(workspace: Workspace, target: Target, body: unknown): Refusal | undefined {
  const fields = body as Fields | null;
  if (typeof fields !== 'object' || fields === null) return { error: 'invalid_payload', detail: 'not an object' };
  const original = target.original === undefined ? undefined : workspace.find(target.channel, target.original.ts);
  if (isTrue(fields.delete_original)) {
    if (original !== undefined) workspace.remove(original);
    return undefined;
  }
  const content = readContent(fields);
  if (isRefusal(content)) return content;
  if (isTrue(fields.replace_original) && original !== undefined) {
    workspace.change(original, content);
    return undefined;
  }
  const place = readThread(workspace, target.channel, fields.thread_ts);
  if (isRefusal(place)) return place;
  const onlyFor = fields.response_type === 'in_channel' ? {} : { onlyFor: target.user };
  postAsApp(workspace, { ...content, channel: target.channel, ...place, ...onlyFor });
  return undefined;
}

function isTrue(value: unknown): boolean {
  return value === true || value === 'true';
}

function refused(status: number, error: string) {
  return { status, body: { ok: false, error } };
}
