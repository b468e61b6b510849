import { useMantineColorScheme } from '@mantine/core';
import { useColorScheme } from '@mantine/hooks';

/** The colours of a chart; the same as in tokens.css, which an SVG attribute cannot read everywhere. */
export interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly inkSoft: string;
  readonly rule: string;
  readonly accent: string;
  /** One per payer, told apart also by lightness. */
  readonly payers: readonly string[];
}

const LIGHT: Palette = {
  paper: '#faf9f6',
  ink: '#1d1c1a',
  inkSoft: '#55514a',
  rule: '#e3dfd6',
  accent: '#0b4f6c',
  payers: ['#0b4f6c', '#c9822b', '#5b7f5a', '#8c5a78', '#7a8fa6', '#a34a3d'],
};

const DARK: Palette = {
  paper: '#14171a',
  ink: '#ebe8e1',
  inkSoft: '#bab5aa',
  rule: '#2e343a',
  accent: '#84c5de',
  payers: ['#5fb0d0', '#e0a458', '#8fb58d', '#c793b2', '#9fb4ca', '#e08a7d'],
};

export function usePalette(): Palette {
  const { colorScheme } = useMantineColorScheme();
  const preferred = useColorScheme();
  return (colorScheme === 'auto' ? preferred : colorScheme) === 'dark' ? DARK : LIGHT;
}
