/** What a joiner may ask for, turned into a match's settings; or a refusal in a sentence. */
import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import type { Refusal } from '../../shared/protocol/listings.ts';
import { createSchema } from '../../shared/protocol/messages.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol/wire.ts';
import { CARD_IDS, MIN_DECK } from '../../shared/sim/cards.ts';
import { FOUNDERS, founderByKey } from '../../shared/sim/founders.ts';
import { checkSettings, DEFAULT_SETTINGS, inDeckOrder, SETTING_LIMITS } from '../../shared/sim/settings.ts';
import { createWorld } from '../../shared/sim/world/create.ts';
import { RULES_VERSION } from '../../shared/sim/world/rules.ts';
import { MAX_CREATURES, type Settings, type World } from '../../shared/sim/world/world.ts';
import type { RosterState } from '../match/class-state.ts';
import type { MatchParts } from '../match/match.ts';
import { type Mode, usualTimers } from '../match/phases.ts';
import { LOBBY_MS, type Terms, usualTerms } from '../match/terms.ts';
import type { TakenUp } from './taking-up.ts';

export interface RoomPlan {
  readonly mode: Mode;
  readonly speed: number;
  /** Whether thinking is timed, to begin with. */
  readonly timers: boolean;
  /** Whether people who come when every habitat has a steward share one: in a class alone. */
  readonly share: boolean;
  /** The id of the lesson that is asked for; empty for none. */
  readonly lesson: string;
  readonly world: World;
  readonly terms: Terms;
  /** People who have just played together, and have their seats here. */
  readonly roster?: RosterState;
  /** Of a match that goes on. */
  readonly resumed?: Pick<MatchParts, 'id' | 'code' | 'secret' | 'standstill'>;
}

/** The same of a match that another process left unfinished. */
export const planOf = ({ match, standstill }: TakenUp): RoomPlan => ({
  mode: standstill.mode,
  speed: standstill.state.place.speed,
  timers: standstill.state.place.timers,
  share: standstill.state.roster.share,
  lesson: standstill.state.lesson?.id ?? '',
  world: standstill.world,
  // Kept by an earlier version, when nobody owned a public room.
  terms: standstill.state.terms ?? { ...usualTerms(standstill.mode), owned: false },
  resumed: { id: match.id, code: match.code, secret: match.secret, standstill },
});

const OTHER_VERSION = 'This page and the server are of different versions. Reload the page.';

/** A sentence when a page speaks another protocol than this server; null if it speaks the same. */
export function checkProtocol(options: unknown): string | null {
  const spoken =
    typeof options === 'object' && options !== null && 'protocol' in options ? options.protocol : undefined;
  return spoken === PROTOCOL_VERSION ? null : OTHER_VERSION;
}

/** `options` are whatever the joiner sent. */
export function planRoom(options: unknown): RoomPlan | Refusal {
  const otherVersion = checkProtocol(options);
  if (otherVersion) return { reason: 'otherVersion', error: otherVersion };
  const parsed = createSchema.safeParse(options);
  if (!parsed.success) {
    return { reason: 'badPlan', error: `A room cannot be made like that: ${explain(parsed.error.issues[0])}` };
  }
  const { mode, speed = 1, timers, share = false, lesson = '', ...rest } = parsed.data;
  const { protocol: _, watch: __, founder: asked, deck, listed, language, ...wanted } = rest;
  const founder = asked === undefined ? anyFounder() : founderByKey(asked);
  if (!founder)
    return { reason: 'noFounder', error: `There is no founder species “${asked}”. Choose one from the list.` };
  const habitats = wanted.habitats ?? DEFAULT_SETTINGS.habitats;
  const settings: Settings = {
    ...DEFAULT_SETTINGS,
    // Unless asked otherwise, many habitats share what a world can hold.
    population: Math.min(DEFAULT_SETTINGS.population, Math.floor(MAX_CREATURES / habitats)),
    ...present(wanted),
    habitats,
    founder: founder.key,
    mapSeed: drawMapSeed(),
    ...(deck === undefined ? {} : { deck: inDeckOrder(deck) }),
  };
  const wrong = checkSettings(settings);
  if (wrong) return { reason: 'badSettings', error: wrong };
  // A public room has no host who could end a phase.
  const timed = mode === 'public' || (timers ?? usualTimers(mode));
  return {
    mode,
    speed,
    timers: timed,
    share: (share || lesson !== '') && mode === 'private',
    lesson,
    world: createWorld(settings, founder.genome),
    terms: termsFor(mode, listed ?? true, language ?? ''),
  };
}

function termsFor(mode: Mode, listed: boolean, language: string): Terms {
  const usual = { ...usualTerms(mode), language };
  return mode === 'public' && !listed ? { ...usual, listed, lobbyMs: LOBBY_MS.byLink } : usual;
}

/** A public room that nobody owns, for whoever wants to play now. */
export function planForNow(language: string): RoomPlan | Refusal {
  const plan = planRoom({ protocol: PROTOCOL_VERSION, mode: 'public' });
  if ('error' in plan) return plan;
  return { ...plan, terms: { language, listed: true, owned: false, lobbyMs: LOBBY_MS.now } };
}

/** The same again on another map, by today's rules, with the people who have just played. */
export function planAgain(plan: RoomPlan, roster: RosterState): RoomPlan {
  const { resumed: _, ...same } = plan;
  const { settings, founderGenome } = plan.world;
  const world = createWorld({ ...settings, rules: RULES_VERSION, mapSeed: drawMapSeed() }, founderGenome);
  const lobbyMs = plan.mode === 'public' ? LOBBY_MS.again : plan.terms.lobbyMs;
  return { ...same, world, roster, terms: { ...plan.terms, lobbyMs } };
}

const drawMapSeed = (): number => randomBytes(4).readUInt32LE();

function explain(issue: z.core.$ZodIssue | undefined): string {
  if (issue?.code === 'unrecognized_keys') return `the server knows no option “${issue.keys.join('”, “')}”.`;
  const name = String(issue?.path[0] ?? '');
  const [, limits] = Object.entries(SETTING_LIMITS).find(([key]) => key === name) ?? [];
  if (name === 'deck') return `a deck names at least ${MIN_DECK} different cards of the ${CARD_IDS.length}.`;
  if (name === 'language') return 'a language is two small letters, such as “en”.';
  if (limits) return `“${name}” must be a whole number from ${limits[0]} to ${limits[1]}.`;
  return name === '' ? 'its options make no sense.' : `“${name}” is not possible (${issue?.message ?? 'unknown'}).`;
}

function anyFounder() {
  return FOUNDERS[randomBytes(4).readUInt32LE() % FOUNDERS.length];
}

type Wanted = Partial<Omit<Settings, 'founder'>>;
const present = (wanted: { [Key in keyof Wanted]?: Wanted[Key] | undefined }): Wanted =>
  Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
