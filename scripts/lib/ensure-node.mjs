import { fail } from './say.mjs';

const oldest = [20, 11];

/** Says which Node is needed before anything else fails in a way that does not say it. */
export const ensureNode = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [needMajor = 0, needMinor = 0] = oldest;
  if (major > needMajor || (major === needMajor && minor >= needMinor)) return;
  fail(`Node ${oldest.join('.')} or newer is needed, and this is ${process.versions.node}. Get it from https://nodejs.org`);
};
