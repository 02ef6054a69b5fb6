/** A compass with the nacelle, the power beside it, and a command. */
const SVG = 'http://www.w3.org/2000/svg';

function draw(name, attributes, parent) {
  const element = parent.appendChild(document.createElementNS(SVG, name));
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  return element;
}

export function mount(element, host) {
  const svg = draw('svg', { viewBox: '0 0 420 200', height: 220, role: 'img' }, element);
  draw('circle', { cx: 100, cy: 100, r: 80, fill: 'var(--raised)', stroke: 'var(--body-edge)' }, svg);
  const needle = draw('path', { d: 'M100 30l12 70h-24z', fill: 'var(--value)' }, svg);
  const words = draw('text', { x: 220, y: 60, fill: 'var(--ink-quiet)' }, svg);
  const power = draw('text', { x: 220, y: 100, fill: 'var(--live)', 'font-size': 28 }, svg);
  const button = element.appendChild(document.createElement('button'));
  const said = element.appendChild(document.createElement('p'));
  const show = () => {
    words.textContent = host.words({ en: 'Power', ko: '출력' });
    button.textContent = host.words({ en: 'Limit to 3 MW', ko: '3 MW로 제한' });
    power.textContent = host.value('WTUR.W')?.text ?? '–';
    needle.setAttribute('transform', `rotate(${Number(host.value('WNAC.NacDir')?.value ?? 0)} 100 100)`);
  };
  button.onclick = async () => {
    const { taken, reason } = await host.command('set-power-limit', { limit: 3000 });
    said.textContent = taken ? 'taken' : reason;
  };
  show();
  const stop = host.onChange(show);
  return () => {
    stop();
    console.info('rose disposed');
  };
}
