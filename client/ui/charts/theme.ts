/** The colours of charts are those of the style sheets, read where the chart is, so that light and dark both fit. */
export interface ChartTheme {
  readonly ink: string;
  readonly soft: string;
  readonly rule: string;
  readonly sheet: string;
  readonly accent: string;
  readonly band: string;
  /** Of the standard deviation about a mean. */
  readonly spread: string;
  readonly good: string;
  /** Of habitats that are compared, one after another. */
  readonly lines: readonly string[];
  readonly font: string;
}

/** Besides its colour each line has a dash of its own, and its name at its end. */
export const DASHES: readonly (readonly number[])[] = [[], [7, 4], [2, 3], [10, 3, 2, 3], [4, 2, 1, 2], [14, 4]];

export function readTheme(element: Element): ChartTheme {
  const style = getComputedStyle(element);
  const of = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    ink: of('ink'),
    soft: of('ink-soft'),
    rule: of('rule'),
    sheet: of('sheet'),
    accent: of('accent'),
    band: of('accent-wash'),
    spread: of('chart-spread'),
    good: of('good'),
    lines: Array.from({ length: DASHES.length }, (_, at) => of(`line-${at}`)),
    font: `13px ${style.fontFamily}`,
  };
}
