import { fileURLToPath } from 'node:url';
import { readOptions, USAGE } from './host/options';
import { startSandbox, type Sandbox } from './host/sandbox';

const REPO_DIR = fileURLToPath(new URL('../', import.meta.url));

try {
  const options = readOptions(process.argv.slice(2), REPO_DIR);
  const sandbox = await startSandbox(options, REPO_DIR);
  announce(sandbox, options.quiet);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void sandbox.close().then(() => process.exit(0));
    });
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : 'The sandbox could not start.');
  if (error instanceof TypeError || error instanceof RangeError) console.error(USAGE);
  process.exit(1);
}

function announce({ url, connection }: Sandbox, quiet: boolean): void {
  if (!quiet) {
    console.log('');
    console.log('  Wix on your desk. A local stand-in, not Wix.');
    console.log('');
    for (const [name, path] of [['Home', '/'], ['Dashboard', '/dashboard'], ['Storefront', '/site/'], ['Demo store', '/store/'], ['Request log', '/log']]) {
      console.log(`  ${String(name).padEnd(13)}${url}${String(path)}`);
    }
    console.log('');
    console.log('  Ctrl-C stops it. The state stays in .sandbox; "npm start -- --fresh" forgets it.');
    console.log('');
  }
  if (connection.kind === 'failed') console.error(`The demo store could not be connected: ${connection.why}`);
  console.log(`Ready on ${url}`);
}
