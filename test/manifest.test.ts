// The two manifests: valid by Slack's limits, alike but for the transport, and true to the code.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { COMMANDS } from '../src/render/ways-in.ts';

/** The fields that we use, with the limits of Slack's manifest schema, version 2. */
const manifest = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(2), minor_version: z.number() }),
  display_information: z.strictObject({
    name: z.string().max(35),
    description: z.string().max(140),
    background_color: z.string().regex(/^#[\da-f]{6}$/u),
  }),
  features: z.strictObject({
    bot_user: z.strictObject({ display_name: z.string().max(80), always_online: z.boolean() }),
    app_home: z.strictObject({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.literal(true),
      messages_tab_read_only_enabled: z.literal(false),
    }),
    slash_commands: z
      .array(
        z.strictObject({
          command: z.string().regex(/^\/[a-z]{1,31}$/u),
          url: z.url().optional(),
          description: z.string().max(2_000),
          usage_hint: z.string().max(1_000),
          should_escape: z.literal(false),
        }),
      )
      .max(50),
  }),
  oauth_config: z.strictObject({ scopes: z.strictObject({ bot: z.array(z.string()) }) }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ request_url: z.url().optional(), bot_events: z.array(z.string()) }),
    interactivity: z.strictObject({ is_enabled: z.literal(true), request_url: z.url().optional() }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.boolean(),
  }),
});

const read = (file: string) => manifest.parse(parse(readFileSync(join(import.meta.dirname, '..', file), 'utf8')));
const socket = read('manifest.yml');
const http = read('manifest.http.yml');

describe.each([
  ['manifest.yml', socket],
  ['manifest.http.yml', http],
])('%s', (_, file) => {
  it('registers the commands that the code answers', () => {
    const commands = file.features.slash_commands.map(({ command, description, usage_hint: usageHint }) => ({
      command,
      description,
      usageHint,
    }));
    expect(commands).toEqual(COMMANDS);
  });

  it('asks for no more than it uses', () => {
    expect(file.oauth_config.scopes.bot).toEqual(['app_mentions:read', 'chat:write', 'commands', 'im:history']);
    expect(file.settings.event_subscriptions.bot_events).toEqual(['app_mention', 'message.im']);
  });
});

it('differ in the transport alone', () => {
  const withoutUrls = (file: typeof http): unknown =>
    JSON.parse(
      JSON.stringify({ ...file, settings: { ...file.settings, socket_mode_enabled: null } }, (key, value: unknown) =>
        /^(?:request_)?url$/u.test(key) ? undefined : value,
      ),
    );
  expect(withoutUrls(http)).toEqual(withoutUrls(socket));
  expect([socket.settings.socket_mode_enabled, http.settings.socket_mode_enabled]).toEqual([true, false]);
  expect(http.features.slash_commands.every(({ url }) => url?.endsWith('/slack/events'))).toBe(true);
  expect(socket.features.slash_commands.every(({ url }) => url === undefined)).toBe(true);
});
