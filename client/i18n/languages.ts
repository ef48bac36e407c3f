/** The languages of the interface. Each is named in itself, so that who reads it finds it. */

export const LANGUAGES = [
  { code: 'en', name: 'English', dir: 'ltr' },
  { code: 'es', name: 'Español', dir: 'ltr' },
  { code: 'fr', name: 'Français', dir: 'ltr' },
  { code: 'de', name: 'Deutsch', dir: 'ltr' },
  { code: 'pt', name: 'Português', dir: 'ltr' },
  { code: 'zh', name: '中文', dir: 'ltr' },
  { code: 'ar', name: 'العربية', dir: 'rtl' },
] as const;
export type Language = (typeof LANGUAGES)[number]['code'];

/** The language of a code such as "pt-BR" or "zh-Hans-CN"; undefined if the interface does not speak it. */
export function languageOf(code: string): Language | undefined {
  const short = code.toLowerCase().split('-')[0];
  return LANGUAGES.find((language) => language.code === short)?.code;
}

/** The first of these codes that the interface speaks, or English. */
export function chooseLanguage(wished: readonly string[]): Language {
  for (const code of wished) {
    const language = languageOf(code);
    if (language) return language;
  }
  return 'en';
}

export const directionOf = (language: Language): 'ltr' | 'rtl' =>
  LANGUAGES.find(({ code }) => code === language)?.dir ?? 'ltr';
