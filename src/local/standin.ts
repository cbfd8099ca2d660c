// A stand-in for Slack: one workspace on the loopback address that a real Bolt app talks to as if it were Slack. `npm
// start` without tokens opens it in the browser; the tests drive it by the same functions.
import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { SLACK_LIMITS } from '../render/limits.ts';
import { act } from './acts.ts';
import { answerCall, type CallContext, type Fault } from './calls.ts';
import { type Deliver, overHttp, type Reply } from './delivery.ts';
import { createDispatch } from './dispatch.ts';
import { drawSnapshot } from './draw.ts';
import { createHeld } from './held.ts';
import { createJournal } from './journal.ts';
import type { Command, JournalEntry, Prompts, Shortcut, Trouble } from './page/snapshot.ts';
import { eventPayload } from './payloads.ts';
import { createPerson, type Person } from './person.ts';
import { createResponses } from './responses.ts';
import { serve } from './server.ts';
import type { Fields } from './shapes.ts';
import { createTriggers } from './triggers.ts';
import { createTroubles } from './troubles.ts';
import { createViews, type Home, type View } from './views.ts';
import { channelId, createWorkspace, type Message, PERSON } from './workspace.ts';

export type { Deliver, Delivery, Reply } from './delivery.ts';
export { sign } from './delivery.ts';
export type { Home, View } from './views.ts';
export type { Message } from './workspace.ts';

export interface Standin extends Person {
  /** http://127.0.0.1:PORT, the page. */
  readonly url: string;
  /** For clientOptions.slackApiUrl. */
  readonly apiUrl: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly botUserId: string;
  /** The person at the page, #allmänt, and that person's conversation with the app. */
  readonly personId: string;
  readonly channelId: string;
  readonly directId: string;
  /** The id of the channel with this name, without #; throws where there is none. */
  readonly channelNamed: (name: string) => string;
  /** Signed HTTP requests go to this address, e.g. http://127.0.0.1:3001/slack/events. */
  readonly deliverTo: (address: string) => void;
  /** Another transport; `connectionUrl` is what apps.connections.open answers. */
  readonly deliverThrough: (deliver: Deliver, connectionUrl?: string) => void;
  readonly messages: (channel: string, viewer?: string) => readonly Message[];
  /** The top of the person's modals. */
  readonly view: (user: string) => View | undefined;
  /** The person's Home tab, once the app has published it. */
  readonly home: (user: string) => Home | undefined;
  /** What the app suggests to say in the person's conversation with it. */
  readonly prompts: (user: string) => Prompts | undefined;
  /** The first value that `look` gives, now or after a change; rejects after `ms`, 3 s unless told. */
  readonly until: <T>(look: () => T | undefined, ms?: number) => Promise<T>;
  /** Sends the last event again, the same event_id, as Slack does when it saw no acknowledgement. */
  readonly redeliver: () => Promise<Reply>;
  /** Posts a mention and sends its event with a wrong secret, or as if from another time, over HTTP. */
  readonly forge: (how: { readonly secret?: string; readonly skewSeconds?: number }) => Promise<Reply>;
  /** What went between the app and the workspace, the newest last; the oldest are forgotten. */
  readonly journal: () => readonly JournalEntry[];
  /** Trouble on purpose from now on, in place of what is on; undefined switches it off. */
  readonly setFault: (trouble: Trouble | undefined) => void;
  /** Every loud error since start. */
  readonly failures: readonly string[];
  readonly stop: () => Promise<void>;
}

export interface StandinOptions {
  /** 0, any free port, unless told. */
  readonly port?: number;
  readonly commands: readonly Command[];
  readonly shortcuts?: readonly Shortcut[];
  /** What the app is granted beyond its manifest, e.g. `channels:history`, without which it cannot read threads of channels. */
  readonly scopes?: readonly string[];
  /** Questions to try, shown where nothing has been said. */
  readonly examples?: readonly string[];
  /** Names without #; the first is `channelId`, the rest C0KANAL2 and on. */
  readonly channels?: readonly string[];
  readonly botName?: string;
  /** Milliseconds since 1970; for tests. */
  readonly now?: () => number;
  /** Asked before every call of the Web API; undefined lets it through. */
  readonly fault?: (method: string, args: Fields) => Fault | undefined;
  readonly ackMs?: number;
  readonly retryDelaysMs?: readonly number[];
  /** Loud errors; standard error unless told. */
  readonly onFailure?: (text: string) => void;
}

export async function startStandin(options: StandinOptions): Promise<Standin> {
  const now = options.now ?? Date.now;
  const ackMs = options.ackMs ?? 3_000;
  const ids = newIds();
  const shortcuts = options.shortcuts ?? [];
  const tooLong = shortcuts.find(({ name }) => name.length > SLACK_LIMITS.shortcutName);
  if (tooLong !== undefined) throw new Error(`The name of a shortcut is too long for Slack: ${tooLong.name}`);
  const workspace = createWorkspace({
    botUserId: ids.botUserId,
    botName: options.botName ?? 'Sekretesslotsen',
    channels: options.channels ?? ['allmänt'],
    now,
    onFailure: options.onFailure ?? ((text) => process.stderr.write(`Lokal arbetsyta: ${text}\n`)),
  });
  const views = createViews(workspace.changed);
  const triggers = createTriggers(now);
  const held = createHeld(workspace.changed);
  const responses = createResponses(workspace);
  const stopping = new AbortController();
  const troubles = createTroubles(workspace.changed);
  const journal = createJournal({
    now,
    secrets: [ids.botToken, ids.appToken, ids.signingSecret],
    changed: workspace.changed,
  });
  const dispatch = createDispatch({
    workspace,
    journal,
    troubles,
    retryDelaysMs: options.retryDelaysMs ?? [500, 2_000, 5_000],
    stopping: stopping.signal,
  });
  let address: string | undefined;
  let connectionUrl: string | undefined;

  const context: CallContext = {
    workspace,
    views,
    triggers,
    ...ids,
    scopes: options.scopes ?? [],
    connectionUrl: () => connectionUrl,
    journal,
    troubles,
    fault: options.fault ?? (() => undefined),
    stopping: stopping.signal,
  };
  const server = await serve(
    {
      api: (method, args, token) => answerCall(context, method, args, token),
      response(id, body) {
        const end = journal.begin({ direction: 'in', kind: 'response_url', name: 'response_url', body });
        const answer = responses.use(id, body);
        end({ status: answer.status === 200 ? 'ok' : `HTTP ${answer.status}`, answer: answer.body });
        return answer;
      },
      act: (name, input) => act({ person, people: workspace.people, setFault: troubles.set }, name, input),
      journal: (after) => journal.entries().filter(({ id }) => id > after),
      snapshot: (as) => {
        const viewer = workspace.people.find(({ id }) => id === as)?.id ?? PERSON;
        return drawSnapshot({
          workspace,
          viewer,
          view: views.top(viewer),
          home: views.home(viewer),
          held,
          commands: options.commands,
          shortcuts,
          examples: options.examples ?? [],
          journal: journal.newest(),
          trouble: troubles.current(),
        });
      },
      onChange: workspace.onChange,
      fail: workspace.fail,
    },
    options.port ?? 0,
  );
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const person = createPerson({
    workspace,
    views,
    held,
    triggers,
    responses,
    send: dispatch.send,
    commands: options.commands.map(({ command }) => command),
    shortcuts,
    responseUrl: (id) => `${url}/response/${id}`,
  });

  return {
    ...person,
    ...ids,
    url,
    apiUrl: `${url}/api/`,
    personId: PERSON,
    channelId: channelId(0),
    directId: workspace.directWith(PERSON).id,
    channelNamed(name) {
      const found = workspace.conversations(PERSON).find((each) => each.kind === 'channel' && each.name === name);
      if (found === undefined) throw new Error(`There is no channel ${name}`);
      return found.id;
    },
    failures: workspace.failures,
    messages: workspace.messages,
    view: views.top,
    home: views.home,
    prompts: (user) => workspace.prompts(workspace.directWith(user).id),
    deliverTo(to) {
      address = to;
      dispatch.through(overHttp({ address: to, signingSecret: ids.signingSecret, ackMs }));
    },
    deliverThrough(through, url) {
      dispatch.through(through);
      connectionUrl = url;
    },
    until: (look, ms = 3_000) => waitFor(look, workspace.onChange, ms),
    redeliver: dispatch.again,
    journal: journal.entries,
    setFault: troubles.set,
    forge({ secret = ids.signingSecret, skewSeconds = 0 }) {
      if (address === undefined) throw new Error('deliverTo has not been called');
      const text = `<@${ids.botUserId}> hej`;
      const message = workspace.post({ channel: channelId(0), user: PERSON, bot: false, text, blocks: [] });
      const payload = eventPayload(workspace, message, 'channel');
      return overHttp({ address, signingSecret: secret, ackMs, skewSeconds })({
        kind: 'events_api',
        payload,
        attempt: 0,
      });
    },
    async stop() {
      stopping.abort();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function newIds() {
  return {
    botUserId: `U0${randomBytes(4).toString('hex').toUpperCase()}`,
    botToken: `xoxb-lokal-${randomBytes(12).toString('hex')}`,
    appToken: `xapp-lokal-${randomBytes(12).toString('hex')}`,
    signingSecret: randomBytes(16).toString('hex'),
  };
}

function waitFor<T>(look: () => T | undefined, onChange: (listener: () => void) => () => void, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const check = () => {
      const found = look();
      if (found === undefined) return;
      clearTimeout(timer);
      stop();
      resolve(found);
    };
    const stop = onChange(check);
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`not seen within ${ms} ms`));
    }, ms);
    check();
  });
}
