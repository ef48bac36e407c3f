/** Reading the command line: a clear sentence for each mistake. */

/** A whole number from `low` to `high`. Throws RangeError with a sentence for the person. */
export function wholeNumber(text: string, name: string, low: number, high: number): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isInteger(value) && value >= low && value <= high) return value;
  throw new RangeError(`--${name} takes a whole number from ${low} to ${high}, not "${text}".`);
}
