/** A match's deck: what may be laid, by people and bots, and how it is written down. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReader, createWriter } from '../../shared/protocol/bytes.ts';
import { readHeader, writeHeader } from '../../shared/protocol/header.ts';
import { BOT_POLICIES, botCommands } from '../../shared/sim/bots.ts';
import { CARD_IDS, type CardId, MIN_DECK } from '../../shared/sim/cards.ts';
import { hexOf } from '../../shared/sim/hash.ts';
import { checkSettings, inDeckOrder } from '../../shared/sim/settings.ts';
import { checkCommand } from '../../shared/sim/world/commands.ts';
import { createWorld } from '../../shared/sim/world/create.ts';
import { fullDeck, tableRules } from '../../shared/sim/world/rules.ts';
import type { Settings, World } from '../../shared/sim/world/world.ts';
import { playTiny, TINY_FOUNDER, tinySettings } from '../support/tiny-match.ts';

const decks = fc.subarray([...CARD_IDS], { minLength: MIN_DECK });
const worldWith = (changes: Partial<Settings>): World => createWorld(tinySettings(changes), TINY_FOUNDER);
const SMALL: readonly CardId[] = ['frost', 'drought', 'burrows', 'famine', 'brightMates', 'parasites'];

describe('a deck', () => {
  it('is all cards unless a match says otherwise, and a header keeps it', () => {
    expect(tinySettings().deck).toEqual(CARD_IDS);
    fc.assert(
      fc.property(decks, (deck) => {
        const settings = tinySettings({ deck });
        const writer = createWriter();
        writeHeader(writer, settings, TINY_FOUNDER);
        expect(readHeader(createReader(writer.done(), 'It')).settings).toEqual(settings);
      }),
    );
  });

  it('with a card that is unknown or too few cards is no header', () => {
    const writer = createWriter();
    writeHeader(writer, tinySettings(), TINY_FOUNDER);
    const bytes = writer.done();
    const at = bytes.length - TINY_FOUNDER.length - 4;
    expect(() => readHeader(createReader(bytes.with(at + 3, 1), 'It'))).toThrow(/card that is unknown/);
    expect(() => readHeader(createReader(bytes.with(at, 1).with(at + 1, 0), 'It'))).toThrow(/at least 6 cards, not 1/);
  });

  it.each<[Partial<Settings>, RegExp]>([
    [{ deck: SMALL.slice(1) }, /A deck has at least 6 cards, not 5\./],
    [{ deck: [...SMALL].reverse() }, /in the order of all cards/],
    [{ deck: [...SMALL, 'parasites'] }, /each of its cards once/],
    [{ deck: SMALL, rules: 2 }, /By rules 2 every match had the whole deck/],
  ])('%j is refused in a sentence', (changes, sentence) => {
    expect(checkSettings(tinySettings(changes))).toMatch(sentence);
  });

  it('of older rules is all that there was, at the prices of then', () => {
    for (const rules of [1, 2]) {
      expect(fullDeck(rules)).toEqual(CARD_IDS);
      expect(checkSettings(tinySettings({ rules }))).toBeNull();
      expect(tableRules(rules)).toMatchObject({ budget: 5, maxCards: 3, costs: { frost: 1, jaws: 2 } });
    }
  });

  it('keeps other cards from the table', () => {
    const world = worldWith({ deck: SMALL });
    for (const card of CARD_IDS) {
      const refusal = checkCommand(world, { tick: 0, seat: 0, kind: 'pressure', card, level: 1 });
      expect([card, refusal?.reason]).toEqual([card, SMALL.includes(card) ? undefined : 'noCard']);
    }
  });

  it('is kept to by every bot, which lays something from any of them', () => {
    fc.assert(
      fc.property(decks, fc.nat(), fc.constantFrom(...BOT_POLICIES), (deck, seed, policy) => {
        const world = worldWith({ deck });
        const laid = botCommands(policy, world, 0, seed);
        expect(laid.length).toBeGreaterThan(0);
        for (const [at, command] of laid.entries()) {
          expect(checkCommand(world, command, laid.slice(0, at))).toBeNull();
        }
      }),
    );
  });

  it('is part of what a match is: its hash is another, and it plays to its exam', async () => {
    expect(hexOf(worldWith({ deck: SMALL }).hash)).not.toBe(hexOf(worldWith({}).hash));
    const { world, recording } = await playTiny(1, { settings: tinySettings({ deck: SMALL }) });
    expect(world.stage).toBe('over');
    expect(world.examPressures).toHaveLength(2);
    const laid = recording.frames.flatMap(({ commands }) =>
      commands.flatMap((each) => ('card' in each ? each.card : [])),
    );
    expect(inDeckOrder(laid).every((card) => SMALL.includes(card))).toBe(true);
  });
});
