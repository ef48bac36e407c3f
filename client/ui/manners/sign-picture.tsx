/** The signs, drawn: each is told from the others by its shape, in one colour and without any. */
import type { ComponentChildren } from 'preact';
import type { Sign } from '../../../shared/protocol/manners.ts';

const HEAD = 'M16 3.5c7.5 0 12 5 12 12.2S23.4 28.5 16 28.5 4 23 4 15.7 8.5 3.5 16 3.5Z';

/** A mitten, seen from its back. */
const HAND =
  'M9.5 29c-3.6 0-5.5-2.4-5.5-6v-9.5c0-3.4 2-5.5 4.8-5.5s4.7 2.1 4.7 5.5v3.8c1.6-1.5 4-.2 3.3 2-.8 2.6-1.8 4.7-2.9 6.5-1 1.9-2.4 3.2-4.4 3.2Z';

function Face({ children }: { readonly children: ComponentChildren }) {
  return (
    <>
      <path class="sign-fill" d={HEAD} />
      {children}
    </>
  );
}

/** Wide open, as the creatures' own. */
function Eyes({ look = 0 }: { readonly look?: number }) {
  return (
    <>
      <circle class="sign-white" cx="11.3" cy="13" r="3.3" />
      <circle class="sign-white" cx="20.7" cy="13" r="3.3" />
      <circle class="sign-ink" cx={11.3 + look} cy={13 - look} r="1.5" />
      <circle class="sign-ink" cx={20.7 + look} cy={13 - look} r="1.5" />
    </>
  );
}

const PICTURES: Readonly<Record<Sign, ComponentChildren>> = {
  smile: (
    <Face>
      <Eyes />
      <path d="M10.5 20.5c3 3.3 8 3.3 11 0" />
    </Face>
  ),
  laugh: (
    <Face>
      <path d="M8.5 14.5c1.2-3 4.3-3 5.5 0M18 14.5c1.2-3 4.3-3 5.5 0" />
      <path class="sign-mouth" d="M9.5 18.5h13c-.5 4.5-3 6.5-6.5 6.5s-6-2-6.5-6.5Z" />
    </Face>
  ),
  wow: (
    <Face>
      <Eyes />
      <path d="M8 8.3c1-1.2 2.6-1.7 4.2-1.3M24 8.3c-1-1.2-2.6-1.7-4.2-1.3" />
      <ellipse class="sign-mouth" cx="16" cy="22" rx="2.8" ry="3.6" />
    </Face>
  ),
  think: (
    <Face>
      <Eyes look={1.1} />
      <path d="M18 7.8c1.6-1.5 3.8-1.6 5.5-.3M8.5 8.8l4.5-.6M12 22.5l7-1.8" />
    </Face>
  ),
  clap: (
    <>
      <g transform="rotate(24 9 26)">
        <path class="sign-fill" d={HAND} />
      </g>
      <g transform="translate(32 0) scale(-1 1) rotate(24 9 26)">
        <path class="sign-fill" d={HAND} />
      </g>
      <path d="M16 5V1.8M10.5 6.4L8.8 3.6M21.5 6.4l1.7-2.8" />
    </>
  ),
  heart: (
    <path
      class="sign-fill sign-heart"
      d="M16 27.5C8 22 3.5 17.3 3.5 11.8 3.5 7.8 6.3 5 9.8 5c2.6 0 4.9 1.5 6.2 4 1.3-2.5 3.6-4 6.2-4 3.5 0 6.3 2.8 6.3 6.8 0 5.5-4.5 10.2-12.5 15.7Z"
    />
  ),
};

/** Say in words beside it, or by a label, what it shows. */
export function SignPicture({ sign }: { readonly sign: Sign }) {
  return (
    <svg class="sign-picture" viewBox="0 0 32 32" aria-hidden="true">
      {PICTURES[sign]}
    </svg>
  );
}
