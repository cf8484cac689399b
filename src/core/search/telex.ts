// Vietnamese typed with Telex keys where no keyboard put them together: "ngocj" for "ngọc", "dduwowngf" for "đường".

/** The word without its Telex keys, or undefined where it holds none. */
export function withoutTelex(word: string): string | undefined {
  if (!/^[a-z]{2,9}$/.test(word)) return undefined
  const bare = word
    .replace(/dd/g, 'd')
    .replace(/([aeo])\1/g, '$1')
    .replace(/([uoa])w/g, '$1')
    .replace(/^w|w/g, 'u')
    // The mark of the tone stands after the vowels or at the end.
    .replace(/([aeiouy](?:ng?h?|ch?|[mpt])?)[sfrxj]$/, '$1')
    .replace(/([aeiouy])[sfrxj]((?:[aeiouy]|ng?h?|ch?|[mpt])+)$/, '$1$2')
  return bare !== word && bare.length > 0 ? bare : undefined
}
