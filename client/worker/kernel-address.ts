/** Where the kernels of all releases are to be fetched: recordings name the one that grew their bodies. */
const ADDRESSES = import.meta.glob<string>('../../shared/sim/embryo/kernels/*.wasm', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** Undefined when this page has no kernel of that name. */
export const kernelAddress = (name: string): string | undefined =>
  ADDRESSES[`../../shared/sim/embryo/kernels/${name}.wasm`];
