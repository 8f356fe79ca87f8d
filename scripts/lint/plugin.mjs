import { dirname, relative, resolve, sep } from 'node:path';
import { root } from '../lib/root.mjs';
import { forbiddenImport } from './layers.mjs';
import { forbiddenPackage } from './packages.mjs';

const fromRoot = (/** @type {string} */ path) => relative(root, path).split(sep).join('/');

/** `import {}` without any specifier runs code, so it is never a mere type import. */
const isTypeOnly = (node) => {
  if ((node.importKind ?? node.exportKind) === 'type') return true;
  const specifiers = node.specifiers ?? [];
  return specifiers.length > 0 && specifiers.every((one) => (one.importKind ?? one.exportKind) === 'type');
};

/** @type {import('eslint').Rule.RuleModule} */
const layersRule = {
  meta: { type: 'problem', schema: [], messages: { forbidden: '{{why}}' } },
  create(context) {
    const from = fromRoot(context.filename);
    const check = (/** @type {any} */ source, /** @type {boolean} */ typeOnly) => {
      if (typeof source?.value !== 'string') return;
      const isRelative = source.value.startsWith('.');
      const why = isRelative
        ? forbiddenImport(from, fromRoot(resolve(dirname(context.filename), source.value)), typeOnly)
        : forbiddenPackage(from, source.value, typeOnly);
      if (why !== null) context.report({ node: source, messageId: 'forbidden', data: { why } });
    };
    return {
      ImportDeclaration: (node) => check(node.source, isTypeOnly(node)),
      ExportNamedDeclaration: (node) => check(node.source, isTypeOnly(node)),
      ExportAllDeclaration: (node) => check(node.source, isTypeOnly(node)),
      ImportExpression: (node) => check(node.source, false),
      TSImportType: (/** @type {any} */ node) => check(node.source ?? node.argument?.literal, true),
    };
  },
};

/** The house rules that no published plugin knows. */
export const house = { rules: { layers: layersRule } };
