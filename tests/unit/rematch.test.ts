import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { carryKeys } from '../../client/net/seat-keys.ts';
import { createRematch, SETTING_OUT_MS } from '../../client/session/rematch.ts';
import type { Answer, IntentBody } from '../../shared/protocol/messages.ts';
import { roomTable } from '../support/room-table.ts';

function endOfMatch() {
  const table = signal(roomTable(['Amber Hare', 'Kind Owl']));
  const asked: IntentBody[] = [];
  const left: string[] = [];
  const prepared: string[] = [];
  const send = async (intent: IntentBody): Promise<Answer> => {
    asked.push(intent);
    return { id: 1, ok: true };
  };
  const rematch = createRematch(
    { table, send },
    { prepare: (next) => prepared.push(next), leaveFor: (next) => left.push(next) },
  );
  const openNext = (next: string): void => {
    const { room } = table.peek();
    if (room) table.value = { ...table.peek(), room: { ...room, next } };
  };
  return { rematch, asked, left, prepared, openNext };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('another match with the same people', () => {
  test('who wants it goes to its room after a moment, once', async () => {
    const { rematch, left, openNext } = endOfMatch();
    expect(await rematch.want(true)).toBe('');
    vi.advanceTimersByTime(10 * SETTING_OUT_MS);
    expect([rematch.settingOut.value, left]).toEqual([false, []]);
    openNext('next-room');
    expect(rematch.settingOut.value).toBe(true);
    vi.advanceTimersByTime(SETTING_OUT_MS - 1);
    expect(left).toEqual([]);
    vi.advanceTimersByTime(10 * SETTING_OUT_MS);
    expect(left).toEqual(['next-room']);
    rematch.close();
  });

  test('who has not asked for it stays, and is told where the others went', () => {
    const { rematch, left, prepared, openNext } = endOfMatch();
    expect(prepared).toEqual([]);
    openNext('next-room');
    vi.advanceTimersByTime(10 * SETTING_OUT_MS);
    expect([rematch.settingOut.value, rematch.next.value, left]).toEqual([false, 'next-room', []]);
    // By a link too, their place in it is found.
    expect(prepared).toEqual(['next-room']);
    rematch.close();
  });

  test('who changes their mind in that moment stays, and the room is told', async () => {
    const { rematch, asked, left, openNext } = endOfMatch();
    openNext('next-room');
    await rematch.want(true);
    vi.advanceTimersByTime(SETTING_OUT_MS / 2);
    await rematch.want(false);
    vi.advanceTimersByTime(10 * SETTING_OUT_MS);
    expect([rematch.settingOut.value, left]).toEqual([false, []]);
    expect(asked).toEqual([
      { kind: 'rematch', want: true },
      { kind: 'rematch', want: false },
    ]);
    rematch.close();
  });
});

test('the keys of a room open one’s place in the next one, as steward and as who leads', () => {
  const kept = new Map([
    ['old', 'seat key'],
    ['host:old', 'host key'],
  ]);
  const keys = { get: (room: string) => kept.get(room), put: (room: string, key: string) => kept.set(room, key) };
  carryKeys(keys, 'old', 'new');
  carryKeys(keys, 'unknown', 'other');
  expect([...kept.keys()]).toEqual(['old', 'host:old', 'new', 'host:new']);
  expect([kept.get('new'), kept.get('host:new')]).toEqual(['seat key', 'host key']);
});
