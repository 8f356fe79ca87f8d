import { loadMutant } from './mutants/load';
import { parseOptions } from './options';
import { holds, runSeeds } from './run-seeds';
import { simulate } from './simulate';

const options = parseOptions(process.argv.slice(2));
const run = options.mutant === null ? simulate : await loadMutant(options.mutant);
const summary = await runSeeds(run, options, (line) => {
  console.log(line);
});
console.log(JSON.stringify(summary));
process.exitCode = holds(summary) ? 0 : 1;
