/** Written by `npm run build:kernel`: the name of the kernel in use, 74e680a34c275493.wasm in this folder. */
export const CURRENT_KERNEL = '74e680a34c275493';
