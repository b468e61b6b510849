import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** While developing, the API of a running `tranche serve` is passed through; TRANCHE_API names another address. */
const api = process.env.TRANCHE_API ?? 'http://127.0.0.1:4680';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  server: { port: 4790, proxy: { '/api': api } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // Nothing is inlined as a data: URL, so that the page works under a policy that allows its own origin only.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 600,
  },
});
