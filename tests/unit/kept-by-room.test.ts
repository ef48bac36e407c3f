import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { keptByRoom } from '../../client/net/kept-by-room.ts';
import { FROM_NOBODY, marked } from '../../client/session/turned-from.ts';
import { browserManners } from '../../client/ui/manners/memory.ts';
import { roomTable } from '../support/room-table.ts';

const text = (kept: unknown): string | undefined => (typeof kept === 'string' ? kept : undefined);

describe('what a browser keeps of rooms', () => {
  const kept = new Map<string, string>();

  beforeEach(() => {
    kept.clear();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
    });
  });
  afterEach(() => vi.unstubAllGlobals());

  test('is there for a page that comes later, of the latest rooms only', () => {
    const keys = keptByRoom('trial', 2, text);
    for (const room of ['one', 'two', 'one', 'three']) keys.put(room, `key of ${room}`);
    const later = keptByRoom('trial', 2, text);
    expect(['one', 'two', 'three'].map((room) => later.get(room))).toEqual(['key of one', undefined, 'key of three']);
  });

  test('is nothing where something else lies in its place', () => {
    for (const nonsense of ['no JSON', '7', '{"one":"key"}', '[["one"],["one",7],[7,"key"],null]']) {
      kept.set('trial', nonsense);
      expect(keptByRoom('trial', 2, text).get('one')).toBeUndefined();
    }
  });

  test('is remembered by the page itself where the browser keeps nothing', () => {
    const forbid = (): never => {
      throw new Error('forbidden');
    };
    vi.stubGlobal('localStorage', { getItem: forbid, setItem: forbid });
    const keys = keptByRoom('trial', 2, text);
    keys.put('one', 'key');
    expect(keys.get('one')).toBe('key');
  });

  test('of manners is what was put there, without what makes no sense', () => {
    const [steward] = roomTable(['Amber Hare']).stewards;
    if (!steward) throw new Error('There is no steward.');
    const turned = marked({ ...FROM_NOBODY, all: true }, 'muted', steward, true);
    browserManners().put('one', turned);
    expect(browserManners().get('one')).toEqual(turned);
    expect(browserManners().get('two')).toEqual(FROM_NOBODY);
    kept.set(
      'twinfold.manners',
      '[["one",{"all":"yes","muted":[{"seat":"1"},{"seat":1,"name":"Kind Owl"}],"hidden":3}]]',
    );
    expect(browserManners().get('one')).toEqual({ ...FROM_NOBODY, muted: [{ seat: 1, name: 'Kind Owl' }] });
  });
});
