import { isSign, type Phrase } from '../../../shared/protocol/manners.ts';
import { sayingOf } from '../../session/sayings.ts';
import { useManners } from './context.ts';
import { phraseWords } from './phrase-words.ts';
import { SignPicture } from './sign-picture.tsx';

/** A phrase as words, a sign as its picture with its name for who cannot see it. */
export function PhraseView({ phrase }: { readonly phrase: Phrase }) {
  if (!isSign(phrase)) return <>{phraseWords(phrase)}</>;
  return (
    <>
      <SignPicture sign={phrase} />
      <span class="visually-hidden">{phraseWords(phrase)}</span>
    </>
  );
}

interface Props {
  readonly seat: number;
  readonly class: string;
}

/** What somebody has just said, as a bubble; nothing once it has faded. */
export function Saying({ seat, class: look }: Props) {
  const saying = sayingOf(useManners()?.sayings.value ?? [], seat);
  if (!saying) return null;
  return (
    <span
      key={saying.at}
      class={`saying ${look}${isSign(saying.phrase) ? ' of-sign' : ''}`}
      data-phrase={saying.phrase}
    >
      <PhraseView phrase={saying.phrase} />
    </span>
  );
}

/** The same at a habitat on the map, for the eye alone: it is told once, beside the name of who said it. */
export function MapSaying({ seat }: { readonly seat: number }) {
  return (
    <span class="map-saying" aria-hidden="true">
      <Saying seat={seat} class="at-map" />
    </span>
  );
}
