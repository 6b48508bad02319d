import { join } from 'node:path';
import { defineConfig } from 'vite';

/*
 * The desk's pages become files with hashed names under dist/desk, and a manifest that tells the server which of them a page begins
 * with. They are served under /assets/, like all other files for browsers. In development Vite serves them itself and hands on what
 * is the server's.
 */

const sources = join(import.meta.dirname, 'bot/web/desk-app');
const server = process.env['SPORTELLO_URL'] ?? 'http://localhost:3978';

export default defineConfig(({ command }) => ({
  root: sources,
  base: command === 'build' ? '/assets/' : '/',
  build: {
    outDir: join(import.meta.dirname, 'dist/desk'),
    emptyOutDir: true,
    assetsDir: '',
    manifest: true,
    target: 'es2023',
    // What counts is the first load, which has a test.
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      // "use client" in a library is for servers that draw React, which this one does not.
      onLog: (level, log, handle) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
      },
      input: join(sources, 'main.tsx'),
      output: {
        entryFileNames: 'desk-[name].[hash].js',
        chunkFileNames: 'desk-[name].[hash].js',
        assetFileNames: 'desk-[name].[hash][extname]',
      },
    },
  },
  server: { proxy: { '/desk/api': server } },
}));
