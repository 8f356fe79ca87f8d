import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';

export type Handle = (request: Request) => Response | Promise<Response>;

export interface Listener {
  readonly port: number;
  /** Before this is called, everything is answered with "starting". */
  serve(handle: Handle): void;
  /** Cuts connections that browsers keep open. */
  close(): Promise<void>;
}

export class PortInUse extends Error {
  constructor(port: number) {
    super(`Port ${String(port)} is in use. Stop what runs there, or choose another: npm start -- --port ${String(port + 1)}`);
  }
}

/** Takes the port before anything else is touched, so that two sandboxes never share one state. */
export async function listen(port: number): Promise<Listener> {
  let handle: Handle = () => new Response('The sandbox is starting, reload in a moment.', { status: 503, headers: { 'retry-after': '1' } });
  // Only this computer may reach it. The server is plain HTTP, which is all `createAdaptorServer` makes by default.
  const server = createAdaptorServer({ fetch: (request) => handle(request) }) as Server;
  await bind(server, port);
  return {
    // A bound TCP server has an address object; only pipes have text.
    port: (server.address() as AddressInfo).port,
    serve(next) {
      handle = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => { resolve(); });
        server.closeAllConnections();
      }),
  };
}

function bind(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new PortInUse(port) : error);
    });
    server.listen(port, '127.0.0.1', resolve);
  });
}
