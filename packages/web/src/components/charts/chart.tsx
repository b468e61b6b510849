import { type ComponentProps, lazy, Suspense } from 'react';

const Canvas = lazy(() =>
  import('./echarts-canvas.tsx').then((module) => ({ default: module.EChartsCanvas })),
);

/** A chart, loaded when a page first needs one. */
export function Chart(props: ComponentProps<typeof Canvas>) {
  return (
    <Suspense fallback={<div style={{ height: props.height }} />}>
      <Canvas {...props} />
    </Suspense>
  );
}
