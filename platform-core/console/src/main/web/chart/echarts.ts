// The parts of ECharts that the console draws with: a chunk of its own, loaded with the first picture that needs it.
import { BarChart, HeatmapChart, LineChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent, PolarComponent, TooltipComponent, VisualMapComponent } from 'echarts/components';
import { use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

use([BarChart, CanvasRenderer, GridComponent, HeatmapChart, LineChart, MarkLineComponent, PolarComponent, TooltipComponent, VisualMapComponent]);

export { init } from 'echarts/core';
