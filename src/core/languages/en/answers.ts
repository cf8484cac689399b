// Holds what answers to plain questions say, in English.

export const asking = {
  does: 'Ask a question, and get what the archive says to it',
  options: { question: 'Your question' },
  ask: 'What would you like to know? Write /ask and your question, for example:',
  write: 'Write a question',
  /** A question to ask as an example. */
  whoIs: (name: string) => `Who is ${name}?`,
  happened: (date: string) => `What happened on ${date}?`,
  silent: 'The archive does not say.',
  readAs: (pairs: string) => `Read with ${pairs}.`,
  /** Follows `silent`: words that no article has. */
  nothingOn: (words: string) => `It has nothing on “${words}”.`,
  /** Before all sides of a matter that the question touches. */
  differing: 'On the nearest matter, sources differ:',
  /** Before a statement that has much of the question, and is no answer. */
  nearestIs: 'The nearest that it has:',
  // Labels, which stand in one row.
  passages: 'More passages',
  nearest: 'Nearest passages',
  compare: 'Side by side',
  all: 'All statements on this',
}
