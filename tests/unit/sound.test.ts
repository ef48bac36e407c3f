import { describe, expect, test } from 'vitest';
import { SOUND_NAMES, SOUNDS } from '../../client/sound/sounds.ts';
import { hush, LOUDEST, loudness, setVolume, volume } from '../../client/sound/volume.ts';

describe('sounds', () => {
  test.each(SOUND_NAMES)('%s is short, audible and never too loud', (name) => {
    for (const chance of [0, 0.5, 1]) {
      const tones = SOUNDS[name](chance);
      expect(tones.length).toBeGreaterThan(0);
      for (const { from, to, length, loudness: level, at } of tones) {
        for (const pitch of [from, to]) expect(pitch).toBeGreaterThan(20);
        expect(Math.max(from, to)).toBeLessThan(4000);
        expect(at + length).toBeLessThan(3);
        expect(level).toBeGreaterThan(0);
      }
      expect(tones.reduce((sum, tone) => sum + tone.loudness, 0)).toBeLessThanOrEqual(1.3);
    }
  });
});

describe('the volume', () => {
  test('is off until it is turned up, and off again in a class until it is turned up there', () => {
    expect([volume.value, loudness.value]).toEqual([0, 0]);
    setVolume(5);
    expect(loudness.value).toBeCloseTo(0.25);
    hush();
    expect([volume.value, loudness.value]).toEqual([0, 0]);
    setVolume(3);
    expect(volume.value).toBe(3);
  });
  test('keeps within its scale', () => {
    setVolume(99);
    expect([volume.value, loudness.value]).toEqual([LOUDEST, 1]);
    setVolume(-4);
    expect(volume.value).toBe(0);
  });
});
