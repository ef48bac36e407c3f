/** Written by `npm run build:kernel`: the name of the kernel in use, d4851cb102042e5b.wasm in this folder. */
export const CURRENT_KERNEL = 'd4851cb102042e5b';
