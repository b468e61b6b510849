import { createTheme } from '@mantine/core';

/** Colours and type stand in tokens.css; the kit reads them from there. */
export const theme = createTheme({
  defaultRadius: 3,
  respectReducedMotion: true,
  cursorType: 'pointer',
  focusRing: 'auto',
});
