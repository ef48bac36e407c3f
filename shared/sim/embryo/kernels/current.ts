/** Written by `npm run build:kernel`: the name of the kernel in use, 235e2f9a85879a8c.wasm in this folder. */
export const CURRENT_KERNEL = '235e2f9a85879a8c';
