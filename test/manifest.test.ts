// The two manifests: what Slack's own types and limits take, alike but for the transport, and true to the code.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AppsManifestValidateArguments } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { suggestedEntries } from '../src/answer/overview.ts';
import { AGENT_DESCRIPTION, COMMANDS, SHORTCUTS } from '../src/render/ways-in.ts';
import { NAME } from '../src/render/words.ts';
import { DAY, realKnowledge } from './support/knowledge.ts';

const ROOT = join(import.meta.dirname, '..');

type Manifest = AppsManifestValidateArguments['manifest'];

const text = (most: number) => z.string().min(1).max(most);
const address = z.url({ protocol: /^https$/u }).max(3_000);
const prompt = z.strictObject({ title: text(75), message: text(75) });

/**
 * The fields that we use, at least as strict as Slack's schema of a manifest, version 2.0.0 (slackapi/manifest-schema), which
 * takes no other keys either. The types of the SDK say less than it of lengths, and more of scopes and events.
 */
const manifest = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(2), minor_version: z.int() }),
  display_information: z.strictObject({
    name: text(35),
    description: text(140),
    background_color: z.string().regex(/^#[\da-f]{6}$/u),
  }),
  features: z.strictObject({
    bot_user: z.strictObject({ display_name: text(80), always_online: z.boolean() }),
    app_home: z.strictObject({
      home_tab_enabled: z.literal(true),
      messages_tab_enabled: z.literal(true),
      messages_tab_read_only_enabled: z.literal(false),
    }),
    agent_view: z.strictObject({ agent_description: text(300), suggested_prompts: z.array(prompt).min(1).max(4) }),
    shortcuts: z
      .array(
        z.strictObject({
          name: text(24),
          type: z.enum(['global', 'message']),
          callback_id: text(255),
          description: text(150),
        }),
      )
      .min(1)
      .max(10),
    slash_commands: z
      .array(
        z.strictObject({
          command: z.string().regex(/^\/[a-z]{1,31}$/u),
          url: address.exactOptional(),
          description: text(2_000),
          usage_hint: text(1_000),
          should_escape: z.literal(false),
        }),
      )
      .min(1)
      .max(50),
  }),
  oauth_config: z.strictObject({
    scopes: z.strictObject({
      bot: z.array(z.enum(['app_mentions:read', 'assistant:write', 'chat:write', 'commands', 'im:history'])),
      bot_optional: z.array(z.enum(['channels:history', 'groups:history'])),
    }),
  }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({
      request_url: address.exactOptional(),
      bot_events: z.array(z.enum(['app_home_opened', 'app_mention', 'message.im'])),
    }),
    interactivity: z.strictObject({
      is_enabled: z.literal(true),
      request_url: address.exactOptional(),
      message_menu_options_url: address.exactOptional(),
    }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.boolean(),
  }),
});

/** Holds our fields to the SDK's types as this is compiled. They do not know the scope of the agent view yet. */
function asSlackTypesIt({ oauth_config: { scopes }, ...file }: z.output<typeof manifest>): Manifest {
  const bot = scopes.bot.filter((scope) => scope !== 'assistant:write');
  return { ...file, oauth_config: { scopes: { ...scopes, bot } } };
}

const read = (file: string) => manifest.parse(parse(readFileSync(join(ROOT, file), 'utf8')));
const socket = read('manifest.yml');
const http = read('manifest.http.yml');
const knowledge = await realKnowledge();

describe.each([
  ['manifest.yml', socket],
  ['manifest.http.yml', http],
])('%s', (_, file) => {
  it("is one by Slack's own types", () => {
    expect(asSlackTypesIt(file).display_information.name).toBe(NAME);
  });

  it('registers the commands and shortcuts that the code answers', () => {
    const commands = file.features.slash_commands.map(({ command, description, usage_hint: usageHint }) => ({
      command,
      description,
      usageHint,
    }));
    expect(commands).toEqual(COMMANDS);
    expect(file.features.shortcuts).toEqual(SHORTCUTS);
  });

  it('presents the agent as the code does, and suggests what the editors do', () => {
    expect(file.features.agent_view).toEqual({
      agent_description: AGENT_DESCRIPTION,
      suggested_prompts: suggestedEntries(knowledge, DAY, [], 4).map(({ question }) => ({
        title: question,
        message: question,
      })),
    });
  });

  it('asks for no more than it uses, and for what it can do without as optional', () => {
    expect(file.oauth_config.scopes).toEqual({
      bot: ['app_mentions:read', 'assistant:write', 'chat:write', 'commands', 'im:history'],
      bot_optional: ['channels:history', 'groups:history'],
    });
    expect(file.settings.event_subscriptions.bot_events).toEqual(['app_home_opened', 'app_mention', 'message.im']);
  });
});

it('differ in the transport alone', () => {
  const withoutUrls = (file: typeof http): unknown =>
    JSON.parse(
      JSON.stringify({ ...file, settings: { ...file.settings, socket_mode_enabled: null } }, (key, value: unknown) =>
        /(?:^|_)url$/u.test(key) ? undefined : value,
      ),
    );
  expect(withoutUrls(http)).toEqual(withoutUrls(socket));
  expect([socket.settings.socket_mode_enabled, http.settings.socket_mode_enabled]).toEqual([true, false]);
  const urls = (file: typeof http) => JSON.stringify(file).match(/https:[^"]+/gu) ?? [];
  expect(urls(socket)).toEqual([]);
  // The commands, the events, the interactions and what an external select offers.
  expect(urls(http)).toHaveLength(COMMANDS.length + 3);
  expect(new Set(urls(http)).size).toBe(1);
  expect(urls(http)[0]).toMatch(/\/slack\/events$/u);
});

describe('the Slack CLI', () => {
  const { hooks } = JSON.parse(readFileSync(join(ROOT, '.slack/hooks.json'), 'utf8')) as {
    hooks: Record<string, string>;
  };

  it('gets the manifest as JSON, and nothing else', () => {
    const [program, ...args] = (hooks['get-manifest'] ?? '').split(' ');
    expect(program).toBe('node');
    const printed = execFileSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
    expect(JSON.parse(printed)).toEqual(socket);
  });

  it('starts the bot by a script that is there', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: object };
    expect(hooks.start).toBe('npm run -s start');
    expect(scripts).toHaveProperty('start');
  });
});
