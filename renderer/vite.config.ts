import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * Builds the screens into dist/renderer. The page is served under a content security policy without inline scripts and with
 * fonts from its own origin only, so nothing may be inlined: no module-preload polyfill, no data: assets.
 */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  plugins: [react()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome140',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    sourcemap: false,
    chunkSizeWarningLimit: 2_000,
  },
});
