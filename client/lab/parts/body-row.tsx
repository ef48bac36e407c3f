import '../../styles/lab-shares.css';
import type { Body } from '../../../shared/sim/embryo/body.ts';
import { BodyPicture } from '../frame/body-picture.tsx';

export interface Shown {
  readonly body: Body;
  /** What stands below it, and is read for it. */
  readonly label: string;
  /** Chosen, or another look by a class of its own. */
  readonly kind?: string;
}

/** Bodies side by side, each with a word below it. */
export function BodyRow({ of, name }: { readonly of: readonly Shown[]; readonly name: string }) {
  return (
    <ul class="body-row" aria-label={name}>
      {of.map(({ body, label, kind }, at) => (
        <li key={at} class={kind}>
          <BodyPicture body={body} scale={4} label={label ? '' : name} />
          {label ? <span>{label}</span> : null}
        </li>
      ))}
    </ul>
  );
}
