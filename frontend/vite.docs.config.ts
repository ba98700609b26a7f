import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The page to read and try the API, a build of its own: nothing of it is loaded by the first page. */
export default defineConfig({
  plugins: [react()],
  publicDir: false,
  build: {
    outDir: 'target/jar/web',
    emptyOutDir: false,
    cssTarget: ['chrome123', 'firefox128', 'safari18'],
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: { input: 'docs.html' },
  },
});
