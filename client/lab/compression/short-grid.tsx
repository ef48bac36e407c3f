import {
  BITS_KEPT,
  GENES_KEPT,
  type Grid,
  type Shortened,
  TOLD_APART,
  TRIALS,
} from '../../../shared/lab/compression/compression.ts';
import { number, t } from '../../i18n/i18n.ts';
import { BodyPicture } from '../frame/body-picture.tsx';

interface Props {
  readonly of: Grid;
  readonly genes: number;
  readonly bits: number;
  /** By which yardstick: how many pass one by one, or how many are sorted rightly. */
  readonly by: 'each' | 'all';
  readonly onChoose: (genes: number, bits: number) => void;
}

/** What grows from each shortened genome, and how it is judged; a picture is a button that turns both dials. */
export function ShortGrid({ of, genes, bits, by, onChoose }: Props) {
  return (
    <table class="short-grid">
      <thead>
        <tr>
          <th scope="col">{t('lab.compression.corner')}</th>
          {BITS_KEPT.map((each) => (
            <th key={each} scope="col">
              {number(each)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {GENES_KEPT.map((kept, row) => (
          <tr key={kept}>
            <th scope="row">{number(kept)}</th>
            {BITS_KEPT.map((each, column) => {
              const at = row * BITS_KEPT.length + column;
              const [cell, body] = [of.cells[at], of.bodies[at]];
              if (!cell || !body) return <td key={each} />;
              return (
                <td key={each}>
                  <button
                    type="button"
                    style={{ '--share': likeness(cell, by) }}
                    aria-pressed={kept === genes && each === bits}
                    onClick={() => onChoose(kept, each)}
                  >
                    <BodyPicture body={body} scale={2} label="" />
                    <span class="visually-hidden">
                      {t('lab.compression.cell', {
                        genes: kept,
                        bits: each,
                        bytes: number(cell.bytes),
                        alike: cell.alike,
                        sorted: cell.sorted,
                      })}
                    </span>
                    <span aria-hidden="true">
                      {by === 'each' ? `${number(cell.alike)}/${number(TRIALS)}` : number(cell.sorted)}
                      {by === 'all' && cell.sorted >= TOLD_APART ? <i class="told" /> : null}
                    </span>
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** 1: nothing is lost; 0: nothing is left. */
const likeness = ({ alike, sorted }: Shortened, by: 'each' | 'all'): number =>
  by === 'each' ? alike / TRIALS : sorted < TOLD_APART ? 1 : Math.max(0, 1 - (sorted - TRIALS) / TRIALS) / 2;
