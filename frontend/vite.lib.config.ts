import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The hooks and the panel as a package: everything it can share with its host stays outside. */
export default defineConfig({
  plugins: [react()],
  publicDir: false,
  build: {
    outDir: 'lib',
    emptyOutDir: true,
    cssTarget: ['chrome123', 'firefox128', 'safari18'],
    minify: false,
    sourcemap: true,
    lib: {
      entry: 'src/library/bundle.ts',
      formats: ['es'],
      fileName: 'index',
      cssFileName: 'styles',
    },
    rolldownOptions: {
      external: [/^react($|\/)/, /^react-dom($|\/)/, /^radix-ui/, 'openapi-fetch', /^eventsource-parser/, 'socket.io-client'],
    },
  },
});
