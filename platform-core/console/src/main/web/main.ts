import 'uplot/dist/uPlot.min.css';
import './style/style.css';
import './app';
import { theme } from './base/theme';
import { language } from './text/text';

language.begin();
theme.watch();
document.body.append(document.createElement('g-app'));
