import { useMemo } from 'preact/hooks';
import encodeQR from 'qr';

interface Props {
  readonly text: string;
  /** For who cannot see it. */
  readonly label: string;
}

/** Squares of quiet around the code: readers need them. */
const BORDER = 2;

/** A QR code, dark on light in every look: many readers know no other. */
export function Qr({ text, label }: Props) {
  const { size, path } = useMemo(() => drawn(text), [text]);
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

function drawn(text: string): { size: number; path: string } {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: BORDER });
  const squares = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size: rows.length, path: squares.join('') };
}
