// Converts the digits of other scripts to 0-9, so that dates and times can be read.

/** Converts Khmer (U+17E0), Arabic (U+0660), Persian (U+06F0) and full-width (U+FF10) digits; the length of the text stays the same. */
export const asciiDigits = (text: string): string =>
  text
    .replace(/[\u17e0-\u17e9]/g, digit => String(digit.charCodeAt(0) - 0x17e0))
    .replace(/[\u0660-\u0669]/g, digit => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06f0-\u06f9]/g, digit => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/[\uff10-\uff19]/g, digit => String(digit.charCodeAt(0) - 0xff10))
