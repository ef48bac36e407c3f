/**
 * The chart library makes a number format of the browser's language as it loads, and Chromium on a machine without a locale
 * calls its language "en-US@posix", which no format takes: the library would not load at all. Such a browser is said to speak
 * what it can. Charts themselves write their numbers by the page's own language.
 */
try {
  new Intl.NumberFormat(navigator.language);
} catch {
  Object.defineProperty(navigator, 'language', { value: navigator.language.split('@')[0], configurable: true });
}

export {};
