/** A bench's dials: what they can be set to, and how they stand behind the # of an address. */

export interface Amount {
  readonly kind: 'amount';
  readonly least: number;
  readonly most: number;
  readonly step: number;
  readonly first: number;
}
export interface Choice<Value extends string = string> {
  readonly kind: 'choice';
  readonly values: readonly Value[];
  readonly first: Value;
}
/** Whatever a bench writes for itself: a drawing, edits. */
export interface Text {
  readonly kind: 'text';
  readonly first: string;
  readonly valid: (text: string) => boolean;
}
export type DialSpec = Amount | Choice | Text;
export type Dials = Readonly<Record<string, DialSpec>>;

type ValueOf<Spec> = Spec extends Amount ? number : Spec extends Choice<infer Value> ? Value : string;
export type Values<Of extends Dials> = { readonly [Name in keyof Of]: ValueOf<Of[Name]> };

export const amount = (least: number, most: number, first: number, step = 1): Amount => ({
  kind: 'amount',
  least,
  most,
  step,
  first,
});
export const choice = <const Value extends string>(values: readonly Value[], first: Value): Choice<Value> => ({
  kind: 'choice',
  values,
  first,
});
export const text = (first: string, valid: (text: string) => boolean): Text => ({ kind: 'text', first, valid });

/** The creature's word, `null` where none is named, and all dials; what is missing or makes no sense stands as it first was. */
export function readSetting<Of extends Dials>(
  hash: string,
  dials: Of,
): { readonly creature: string | null; readonly values: Values<Of> } {
  const said = new URLSearchParams(hash.replace(/^#/, ''));
  const values = Object.fromEntries(
    Object.entries(dials).map(([name, spec]) => [name, readValue(spec, said.get(name))]),
  );
  return { creature: said.get('c'), values: values as Values<Of> };
}

function readValue(spec: DialSpec, said: string | null): number | string {
  if (said === null) return spec.first;
  if (spec.kind === 'choice') return spec.values.includes(said) ? said : spec.first;
  if (spec.kind === 'text') return spec.valid(said) ? said : spec.first;
  const value = Number(said);
  if (said.trim() === '' || !Number.isFinite(value)) return spec.first;
  const steps = Math.round((value - spec.least) / spec.step);
  return Math.min(spec.most, Math.max(spec.least, spec.least + steps * spec.step));
}

/** `#c=…&count=16`. Every dial is named: a link means the same even when a bench begins otherwise one day. */
export function writeSetting(creature: string, values: Readonly<Record<string, number | string>>): string {
  return `#${new URLSearchParams([
    ['c', creature],
    ...Object.entries(values).map(([name, value]): [string, string] => [name, String(value)]),
  ])}`;
}
