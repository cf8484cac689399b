// How many columns a terminal gives a text, by the rule terminals share: wcwidth's.
import { eastAsianWidth } from 'get-east-asian-width'

/** Columns of a text without line breaks or escapes. Marks above and below a letter take none. */
export function widthOf(text: string): number {
  let width = 0
  for (const character of text) {
    if (/[\p{Mn}\p{Me}\p{Cf}\p{Cc}]/u.test(character)) continue
    width += eastAsianWidth(character.codePointAt(0) as number)
  }
  return width
}
