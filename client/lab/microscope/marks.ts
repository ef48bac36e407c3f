/** Colours of cells on the plate: a ramp for amounts, marks with a colour and a shape for kinds. */

/** Paths about the origin, within a radius of about 1: kinds are told apart without their colours. */
export const SHAPES = [
  'M-1 0a1 1 0 1 0 2 0a1 1 0 1 0-2 0z',
  'M-.85-.85h1.7v1.7h-1.7z',
  'M0-1.1L1.05.8H-1.05z',
  'M0-1.2L1.1 0L0 1.2L-1.1 0z',
  'M0 1.1L1.05-.8H-1.05z',
  'M0-1.25L.34-.4L1.2-.4L.52.17L.74 1L0 .5L-.74 1L-.52.17L-1.2-.4L-.34-.4z',
  'M-.4-1.1h.8v.7h.7v.8h-.7v.7h-.8v-.7h-.7v-.8h.7z',
] as const;

export interface Palette {
  /** 0 to 1: from nothing to full. */
  readonly ramp: (share: number) => string;
  readonly kinds: readonly string[];
  readonly ink: string;
  readonly soft: string;
  readonly rule: string;
  readonly sheet: string;
  readonly accent: string;
}

/** As the style sheets have them where `element` is: light or dark. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const of = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    ramp: rampOf([of('ramp-0'), of('ramp-1'), of('ramp-2')]),
    kinds: SHAPES.map((_, kind) => of(`kind-${kind}`)),
    ink: of('ink'),
    soft: of('ink-soft'),
    rule: of('rule-strong'),
    sheet: of('sheet'),
    accent: of('accent'),
  };
}

/** Straight from stop to stop, as the gradient of the legend goes. Stops: `#rrggbb`. */
export function rampOf(stops: readonly string[]): (share: number) => string {
  const parts = stops.map((stop) => [1, 3, 5].map((at) => Number.parseInt(stop.slice(at, at + 2), 16)));
  return (share) => {
    const place = Math.min(1, Math.max(0, share)) * (parts.length - 1);
    const before = Math.min(Math.floor(place), parts.length - 2);
    const mixed = [0, 1, 2].map((part) => {
      const [from = 0, to = 0] = [parts[before]?.[part], parts[before + 1]?.[part]];
      return Math.round(from + (place - before) * (to - from));
    });
    return `rgb(${mixed.join(' ')})`;
  };
}
