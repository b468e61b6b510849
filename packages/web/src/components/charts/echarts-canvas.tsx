import { BarChart, CustomChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { type ECharts, type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

use([BarChart, CustomChart, GridComponent, TooltipComponent, SVGRenderer]);

/** A drawn chart. It follows the size of its place; what it shows stands in a table beside it. */
export function EChartsCanvas({
  option,
  height,
  label,
  onPick,
}: {
  readonly option: EChartsCoreOption;
  readonly height: number;
  readonly label: string;
  /** Called with the data of the mark that was pressed. */
  readonly onPick?: ((data: unknown) => void) | undefined;
}) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(undefined);
  const pick = useRef(onPick);
  pick.current = onPick;

  useEffect(() => {
    if (place.current === null) return;
    const drawn = init(place.current, null, { renderer: 'svg' });
    chart.current = drawn;
    drawn.on('click', ({ data }) => pick.current?.(data));
    const watcher = new ResizeObserver(() => drawn.resize());
    watcher.observe(place.current);
    return () => {
      watcher.disconnect();
      drawn.dispose();
    };
  }, []);

  useEffect(() => chart.current?.setOption(option, { notMerge: true }), [option]);

  return <div ref={place} role="img" aria-label={label} style={{ height, width: '100%' }} />;
}
