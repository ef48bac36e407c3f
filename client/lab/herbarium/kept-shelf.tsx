import '../../styles/lab-herbarium.css';
import { decodeCreature } from '../../../shared/lab/creature.ts';
import { t } from '../../i18n/i18n.ts';
import { CreaturePicture } from '../../ui/parts/picture.tsx';
import { keptCreatures, letGo } from './kept.ts';

interface Props {
  readonly onOpen: (word: string) => void;
  /** Told of one that was let go of; without it none can be. */
  readonly onGone?: (word: string) => void;
}

/** The creatures that this browser keeps, to be opened; a sentence where it keeps none. */
export function KeptShelf({ onOpen, onGone }: Props) {
  const kept = keptCreatures.value;
  if (kept.length === 0) return <p class="quiet">{t('lab.herbarium.empty')}</p>;
  return (
    <ul class="kept-shelf">
      {kept.map((word, at) => {
        const creature = decodeCreature(word);
        return creature ? (
          <li key={word}>
            <button type="button" class="kept-creature" onClick={() => onOpen(word)}>
              <CreaturePicture of={creature} scale={4} label={t('lab.herbarium.open', { number: at + 1 })} />
            </button>
            {onGone ? (
              <button
                type="button"
                class="close"
                aria-label={t('lab.herbarium.letGo', { number: at + 1 })}
                onClick={() => {
                  letGo(word);
                  onGone(word);
                }}
              >
                <span aria-hidden="true">×</span>
              </button>
            ) : null}
          </li>
        ) : null;
      })}
    </ul>
  );
}
