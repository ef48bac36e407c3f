import type { ComponentChildren } from 'preact';
import type { Rewritten } from '../../../shared/lab/herbarium.ts';
import { inLetters } from '../../../shared/lab/letters.ts';
import type { Seedling } from '../../../shared/sim/seedling.ts';
import { TRAITS } from '../../../shared/sim/trait-names.ts';
import { number, t } from '../../i18n/i18n.ts';
import { traitName } from '../../i18n/model-words.ts';
import { amountWords } from '../../ui/charts/amounts.ts';
import { CopyButton } from '../../ui/host/copy-button.tsx';
import { Qr } from '../../ui/host/qr.tsx';
import { GenomeStrip } from '../../ui/parts/genome-strip.tsx';
import { BodyPicture } from '../frame/body-picture.tsx';

interface Props {
  readonly creature: Seedling;
  readonly name: string;
  /** Opens it again, by itself. */
  readonly link: string;
  readonly grown: Rewritten;
  /** Its letters. */
  readonly children: ComponentChildren;
}

/** A creature's page, on the screen and on paper: picture, twins, traits, genome as a strip and as letters, and the way back to it. */
export function HerbSheet({ creature, name, link, grown, children }: Props) {
  const [, own, ...twins] = grown.bodies;
  const { temperature, nutrition, noise } = creature.conditions;
  return (
    <section class="herb-sheet">
      <header>
        <h2>{name}</h2>
        <p class="quiet numeric">
          {t('lab.herbarium.grownAs', { seed: String(creature.noiseSeed), temperature, nutrition, noise })}
        </p>
      </header>
      <div class="herb-pictures">
        {own ? <BodyPicture body={own} scale={16} label={t('lab.herbarium.portrait')} /> : null}
        {twins.map((body, at) => (
          <figure key={at}>
            <BodyPicture body={body} scale={8} label="" />
            <figcaption>{t('lab.herbarium.twin', { number: at + 1 })}</figcaption>
          </figure>
        ))}
        <figure class="herb-qr">
          <Qr text={link} label={t('lab.herbarium.qr')} />
          <figcaption>{t('lab.herbarium.qrText')}</figcaption>
        </figure>
      </div>
      <dl class="herb-traits">
        {TRAITS.map((trait, at) => (
          <div key={trait}>
            <dt>{traitName(trait)}</dt>
            <dd class="numeric">{amountWords(trait, grown.traits[1][at] ?? 0)}</dd>
          </div>
        ))}
      </dl>
      <GenomeStrip genome={creature.genome} />
      {children}
      <footer class="herb-actions">
        <CopyButton text={inLetters(creature.genome)} label={t('lab.herbarium.copyLetters')} />
        <CopyButton text={link} label={t('lab.herbarium.copyLink')} />
        <button type="button" class="button small" onClick={() => print()}>
          {t('lab.herbarium.print')}
        </button>
        <span class="quiet">{t('lab.herbarium.bytes', { bytes: number(creature.genome.length) })}</span>
      </footer>
    </section>
  );
}
