/** By what bodies grow on the server. */
export { grow } from '../../shared/sim/embryo/reference.ts';

/** As recordings name it. */
export const KERNEL = 'reference';
