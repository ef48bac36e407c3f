import { effect } from '@preact/signals';
import { afterEach, describe, expect, test } from 'vitest';
import ar from '../../client/i18n/ar.json' with { type: 'json' };
import de from '../../client/i18n/de.json' with { type: 'json' };
import { fixed, knows, language, listed, number, percent, speak, t, teach, tOr } from '../../client/i18n/i18n.ts';
import { chooseLanguage, directionOf, languageOf } from '../../client/i18n/languages.ts';
import { refusalWords } from '../../client/net/words.ts';

afterEach(() => speak('en'));

describe('the choice of a language', () => {
  test('takes the first that is spoken here, whatever its country and letters', () => {
    expect(chooseLanguage(['nl-NL', 'pt-BR', 'de'])).toBe('pt');
    expect(chooseLanguage(['zh-Hans-CN'])).toBe('zh');
    expect(chooseLanguage(['nl', 'xx'])).toBe('en');
    expect(languageOf('DE-at')).toBe('de');
    expect(languageOf('')).toBeUndefined();
  });

  test('turns the page round for Arabic only', () => {
    expect(directionOf('ar')).toBe('rtl');
    expect(directionOf('zh')).toBe('ltr');
  });
});

describe('speech', () => {
  test('is English until another catalogue has come, and for what it lacks', () => {
    expect(knows('es')).toBe(false);
    speak('es');
    expect(t('lobby.play')).toBe('Play now');
    teach('es', { lobby: { play: 'Jugar' } });
    expect(t('lobby.play')).toBe('Jugar');
    expect(t('join.action')).toBe('Join');
  });

  test('changes for who listens', () => {
    teach('de', de);
    const heard: string[] = [];
    const stop = effect(() => {
      heard.push(t('lobby.play'));
    });
    speak('de');
    speak('en');
    stop();
    expect(heard).toEqual(['Play now', de.lobby.play, 'Play now']);
    expect(language.value).toBe('en');
  });

  test('counts in Arabic with all of its six forms', () => {
    teach('ar', ar);
    speak('ar');
    const told = [0, 1, 2, 5, 30, 100].map((count) => t('twins.cells', { count, cells: count }));
    expect(new Set(told).size).toBe(6);
    expect(told[0]).toBe(ar.twins.cells_zero);
    expect(told[3]).toContain('5');
  });

  test('writes numbers as the language does, with the digits of the charts', () => {
    teach('de', de);
    teach('ar', ar);
    expect([number(5120), number(0.256), fixed(61, 1), percent(0.375)]).toEqual(['5,120', '0.26', '61.0', '38\u00a0%']);
    expect(t('weight.bytes', { bytes: 5120 })).toBe('5,120 bytes');
    speak('de');
    expect([number(5120), fixed(61, 1)]).toEqual(['5.120', '61,0']);
    expect(listed(['Frost', 'Dürre', 'Sonne'])).toBe('Frost, Dürre und Sonne');
    speak('ar');
    expect(number(5120)).toMatch(/^5.120$/);
  });

  test('takes the model’s own English where no language says it otherwise', () => {
    teach('de', de);
    expect(tOr('card.frost.name', 'Frost itself')).toBe('Frost itself');
    speak('de');
    expect(tOr('card.frost.sentence', 'English')).toBe(de.card.frost.sentence);
  });

  test('tells refusals by their reason, and those without one in the server’s words', () => {
    teach('de', de);
    expect(refusalWords('budget', 'Too dear.')).toBe('Too dear.');
    expect(refusalWords(undefined, 'Just so.')).toBe('Just so.');
    speak('de');
    expect(refusalWords('budget', 'Too dear.')).toBe(de.refusal.budget.replace('{{budget}}', '5'));
    expect(refusalWords('nobodyKnowsThis', 'Just so.')).toBe('Just so.');
  });
});
