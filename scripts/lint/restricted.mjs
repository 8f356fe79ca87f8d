/** Syntax the house does without, each with the reason a reader of the message needs. */

export const unsafeHtml = [
  {
    selector: 'AssignmentExpression > MemberExpression.left[property.name=/^(innerHTML|outerHTML|srcdoc)$/]',
    message: 'A review is text from a stranger: render it as text nodes.',
  },
  {
    selector: "MemberExpression[property.name='insertAdjacentHTML']",
    message: 'A review is text from a stranger: render it as text nodes.',
  },
  {
    selector: "MemberExpression[object.name='document'][property.name=/^write(ln)?$/]",
    message: 'A review is text from a stranger: render it as text nodes.',
  },
  {
    selector: "JSXAttribute[name.name='dangerouslySetInnerHTML'], Property[key.name='dangerouslySetInnerHTML']",
    message: 'A review is text from a stranger: render it as text.',
  },
];

/** A decision must be the same on every machine and in every replay: time and chance are passed in. */
export const hiddenInputs = [
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Take the time as an argument.' },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Take the time as an argument.' },
  { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message: 'Take randomness as an argument.' },
  { selector: "CallExpression[callee.object.name='crypto'][callee.property.name=/^(randomUUID|getRandomValues)$/]", message: 'Take randomness as an argument.' },
];

const message = 'It blocks the page and cannot be styled or tested: use a dialog of the design system.';

export const blockingDialogs = {
  globals: ['alert', 'confirm', 'prompt'].map((name) => ({ name, message })),
  properties: ['window', 'globalThis', 'self'].flatMap((object) =>
    ['alert', 'confirm', 'prompt'].map((property) => ({ object, property, message })),
  ),
};

export const inputsAndOutputs = ['fetch', 'console', 'process', 'localStorage', 'setTimeout', 'setInterval'].map((name) => ({
  name,
  message: 'src/core is pure: it decides, and others act.',
}));
