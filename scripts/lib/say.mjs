/** One plain line of progress, for somebody who has never seen this project. */
export const say = (/** @type {string} */ line) => console.log(line);

/** Ends the script with a message that says what to do next. @returns {never} */
export const fail = (/** @type {string} */ line) => {
  console.error(line);
  process.exit(1);
};
