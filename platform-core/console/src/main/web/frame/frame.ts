import type { Dispose, Mount } from '#module';
import { closeWhatThePolicyLeavesOpen } from './closed';
import { FrameHost } from './host';
import type { Order, Report } from './protocol';

/** Runs one module of a pack in this frame, for the console that holds the other end of the channel. */
closeWhatThePolicyLeavesOpen();
addEventListener('message', function first(event: MessageEvent) {
  const [port] = event.ports;
  if (event.source === parent && port) {
    removeEventListener('message', first);
    serve(port);
  }
});

function serve(port: MessagePort): void {
  const send = (report: Report) => port.postMessage(report);
  const fail = (error: unknown, mounted: boolean) =>
    send({ kind: 'failed', text: error instanceof Error ? `${error.name}: ${error.message}` : String(error), mounted });
  let host: FrameHost | undefined;
  port.onmessage = ({ data }: MessageEvent<Order>) => {
    if (data.kind === 'mount') {
      host = new FrameHost(data.twin, data.state, data.values, send);
      mount(data.code, host).then(
        () => {
          addEventListener('error', event => fail(event.error ?? event.message, true));
          addEventListener('unhandledrejection', event => fail(event.reason, true));
          send({ kind: 'mounted' });
        },
        (error: unknown) => fail(error, false),
      );
    } else if (data.kind === 'outcome') {
      host?.settle(data);
    } else {
      try {
        host?.update(data);
      } catch (error) {
        fail(error, true);
      }
      send({ kind: 'seen', number: data.number });
    }
  };
}

async function mount(code: string, host: FrameHost): Promise<void> {
  const address = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  const module = (await import(address)) as { mount?: Mount };
  if (typeof module.mount !== 'function') {
    throw new TypeError("exports no function 'mount'");
  }
  const element = document.body.appendChild(document.createElement('div'));
  const dispose: Dispose | void = await module.mount(element, host);
  if (typeof dispose === 'function') {
    addEventListener('pagehide', () => dispose(), { once: true });
  }
}
