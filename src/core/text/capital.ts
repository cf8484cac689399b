// Capitalises the first letter of words that begin a line, such as a Vietnamese date.

/** Languages without capitals are unchanged. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
