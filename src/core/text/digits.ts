// Digits of other scripts as those that dates and hours are read in.

/** Khmer (U+17E0) and Arabic (U+0660) digits as 0-9; the length stays. */
export const asciiDigits = (text: string): string =>
  text
    .replace(/[\u17e0-\u17e9]/g, digit => String(digit.charCodeAt(0) - 0x17e0))
    .replace(/[\u0660-\u0669]/g, digit => String(digit.charCodeAt(0) - 0x0660))
