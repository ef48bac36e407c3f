/** Which language a visitor reads: the one chosen on this device, else the browser's. Remembered on this device only. */
import { knows, speak, teach } from './i18n.ts';
import { chooseLanguage, directionOf, type Language, languageOf } from './languages.ts';

const REMEMBERED = 'twinfold.language';

/** A catalogue apart for each language but English, which is in the bundle; loaded when it is wanted. */
const CATALOGUES: Readonly<Record<Exclude<Language, 'en'>, () => Promise<{ readonly default: object }>>> = {
  es: () => import('./es.json', { with: { type: 'json' } }),
  fr: () => import('./fr.json', { with: { type: 'json' } }),
  de: () => import('./de.json', { with: { type: 'json' } }),
  pt: () => import('./pt.json', { with: { type: 'json' } }),
  zh: () => import('./zh.json', { with: { type: 'json' } }),
  ar: () => import('./ar.json', { with: { type: 'json' } }),
};

/** Speaks the visitor's language before the first drawing; English where its catalogue does not come. */
export async function openLanguage(): Promise<void> {
  const language = remembered() ?? chooseLanguage(navigator.languages);
  try {
    await change(language);
  } catch {
    // The page works in English; the choice is kept for the next visit.
  }
}

/** Changes to a language and remembers it. False, and nothing changed, where its catalogue does not come. */
export async function chooseAndRemember(language: Language): Promise<boolean> {
  try {
    await change(language);
  } catch {
    return false;
  }
  try {
    localStorage.setItem(REMEMBERED, language);
  } catch {
    // A browser that keeps nothing: the choice holds for this visit.
  }
  return true;
}

async function change(language: Language): Promise<void> {
  if (language !== 'en' && !knows(language)) teach(language, (await CATALOGUES[language]()).default);
  speak(language);
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
}

function remembered(): Language | undefined {
  try {
    return languageOf(localStorage.getItem(REMEMBERED) ?? '');
  } catch {
    // A browser that keeps nothing.
    return undefined;
  }
}
