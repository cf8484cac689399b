// Decides what is a web address, and writes it so that every platform takes it.

/**
 * The address with everything percent-encoded that has no place in one, such as a space; undefined if it is no http or
 * https address, which platforms refuse together with the whole message.
 */
export function webAddressOf(url: string): string | undefined {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return undefined
  return new URL(url).href
}
