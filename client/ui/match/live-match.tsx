import { useEffect, useMemo } from 'preact/hooks';
import { createLiveSource, type LiveOptions } from '../../net/live-source.ts';
import { LiveScreen } from './live-screen.tsx';

/** Comes into a live match and stays. `options` are read once. */
export function LiveMatch({ options }: { readonly options: LiveOptions }) {
  const source = useMemo(() => createLiveSource(options), []);
  useEffect(() => () => source.close(), [source]);
  return <LiveScreen source={source} />;
}
