// The Home tab: what one can do here, the answers by subject, what is new, and the state of the knowledge.
import type { HomeView, KnownBlock } from '@slack/types';
import type { Area, Holdings, LawChange } from '../answer/overview.ts';
import { provisionUrl, sectionKey } from '../law/citation.ts';
import type { News } from '../knowledge/start.ts';
import { BROWSE, questionRow } from './browse.ts';
import { ACTIONS, actions, button, targetButton } from './buttons.ts';
import { header, option, plain } from './parts.ts';
import { context, sections } from './slack.ts';
import { sayStart } from './start-words.ts';
import { longDate, NAME, say } from './words.ts';

/** The `action_id`s of the first buttons. */
export const HOME = { ask: 'home_ask', tryOut: 'home_try', lookUp: 'home_look_up' } as const;

export interface HomeContent {
  readonly areas: readonly Area[];
  readonly coming: readonly LawChange[];
  readonly recent: readonly LawChange[];
  readonly news: readonly News[];
  readonly holdings: Holdings;
  /** Whether there are rules to try a situation against. */
  readonly hasRules: boolean;
  /** What only those who look after the knowledge see, Markdown; empty for all others. */
  readonly forAdmins: string;
  /** Another number empties what was chosen before. */
  readonly round: number;
}

export function homeView(content: HomeContent): HomeView {
  const { areas, news, hasRules, forAdmins, round } = content;
  return {
    type: 'home',
    blocks: [
      header(NAME),
      ...sections(sayStart.intro),
      ...actions([
        { ...button(HOME.ask, sayStart.ask, HOME.ask), style: 'primary' },
        ...(hasRules ? [button(HOME.tryOut, sayStart.tryOut, HOME.tryOut)] : []),
        button(HOME.lookUp, sayStart.lookUp, HOME.lookUp),
      ]),
      ...(areas.length === 0 ? [] : [{ type: 'divider' } as const, header(sayStart.browse), areaSelect(areas, round)]),
      { type: 'divider' },
      header(sayStart.law),
      ...lawBlocks(content),
      ...(news.length === 0 ? [] : [header(sayStart.news), ...sections(newsLines(news))]),
      { type: 'divider' },
      header(sayStart.about),
      ...sections(holdingsLine(content.holdings)),
      ...context([sayStart.privacy]),
      ...(forAdmins === ''
        ? []
        : [
            { type: 'divider' } as const,
            header(sayStart.forAdmins),
            ...context([sayStart.onlyAdmins]),
            ...sections(forAdmins),
          ]),
    ],
  };
}

/** A Home tab that only says something, Markdown. */
export function homeNotice(markdown: string): HomeView {
  return { type: 'home', blocks: [header(NAME), ...sections(markdown)] };
}

/** In which round the tab was drawn, read from the id of the block with the select. */
export function readRound(blockId: string): number {
  return Number(/:(\d+)$/u.exec(blockId)?.[1] ?? 0);
}

function areaSelect(areas: readonly Area[], round: number): KnownBlock {
  return {
    type: 'section',
    block_id: `${BROWSE.area}:${round}`,
    text: plain(sayStart.browseLabel),
    accessory: {
      type: 'static_select',
      action_id: BROWSE.area,
      placeholder: plain(sayStart.chooseArea),
      options: areas.map(({ id, name, entries }) => option(sayStart.area(name, entries.length), id)),
    },
  };
}

const MOST_DAYS = 4;
const MOST_PLACES = 8;
const MOST_NEWS = 5;

function lawBlocks({ coming, recent }: HomeContent): KnownBlock[] {
  const shown = [
    ...coming.slice(0, MOST_DAYS).map((change) => ({ change, isComing: true })),
    ...recent.slice(0, MOST_DAYS).map((change) => ({ change, isComing: false })),
  ];
  if (shown.length === 0) return sections(sayStart.lawNone);
  return shown.flatMap(({ change, isComing }, i) => dayBlocks(change, isComing, i));
}

/** A day's provisions with links, their text behind a button; its answers each behind their own, once they apply. */
function dayBlocks({ from, provisions, entries }: LawChange, isComing: boolean, i: number): KnownBlock[] {
  const places = provisions.map(({ citation }) => sectionKey(citation));
  const lines = [
    `**${sayStart.lawFrom(from, isComing)}**`,
    ...provisions
      .slice(0, MOST_PLACES)
      .map(({ citation, heading }) => `- [${sectionKey(citation)}](${provisionUrl(citation)}) ${heading}`),
    ...(provisions.length > MOST_PLACES ? [`- ${sayStart.andMore(provisions.length - MOST_PLACES)}`] : []),
    ...(isComing ? entries.map(({ question }) => `- ${sayStart.answerApplies(question)}`) : []),
  ];
  const [first, ...rest] = sections(lines.join('\n'));
  const accessory = targetButton(`${ACTIONS.showProvisions}:${i}`, say.showProvisions, {
    kind: 'provision',
    places: places.slice(0, MOST_PLACES),
  });
  const withButton = first?.type === 'section' && places.length > 0 ? { ...first, accessory } : first;
  return [
    ...(withButton === undefined ? [] : [withButton]),
    ...rest,
    ...(isComing ? [] : entries.slice(0, MOST_PLACES).map(questionRow)),
  ];
}

function newsLines(news: readonly News[]): string {
  return news
    .slice(0, MOST_NEWS)
    .map(({ day, text }) => `- **${longDate(day)}:** ${text}`)
    .join('\n');
}

function holdingsLine({ entries, provisions, reviewed, checked, version }: Holdings): string {
  return [
    sayStart.holds(entries, provisions),
    sayStart.reviewed(reviewed, entries),
    ...(checked === undefined ? [] : [sayStart.lastChecked(checked)]),
    sayStart.version(version),
  ].join(' ');
}
