// Puts the marks of a Vietnamese syllable where the spelling has them: "ngừơi" and "nguời" are "người".

/**
 * The tone stands on the vowel that has a mark of its own, and "ươ" within a syllable has both horns, but keyboards and
 * hasty hands put them elsewhere. Takes and gives lowercase in NFC; other words are not changed.
 */
export function withMarksInPlace(form: string): string {
  if (!vietnameseMarks.test(form)) return form
  return form
    .normalize('NFD')
    .replace(hornsOfBoth, 'u\u031bo\u031b$1$2')
    .replace(hornOfSecond, 'u\u031bo\u031b$1$2')
    .replace(toneOnFirst, '$1$3$2')
    .normalize('NFC')
}

/** A text without the two tones that the south does not tell apart, and the others after it: "hoà" is "hòa". */
export function tonesApart(form: string): string {
  const decomposed = form.normalize('NFD')
  return decomposed.replace(anyTone, '') + (decomposed.match(surestTones) ?? []).join('')
}

const vietnameseMarks = /[\u00c0-\u01b0\u1ea0-\u1ef9]/
const TONE = '[\\u0300\\u0301\\u0303\\u0309\\u0323]'
const anyTone = new RegExp(TONE, 'g')
const surestTones = /[\u0300\u0301\u0323]/g
const hornsOfBoth = new RegExp(`u\\u031b(${TONE}?)o\\u031b?(${TONE}?)`)
/** "Thuở" and "quơ" are spelt so. */
const hornOfSecond = new RegExp(`(?<!q)u(${TONE}?)o\\u031b(${TONE}?)(?=[a-z])`)
const toneOnFirst = new RegExp(`([iuy])(${TONE})([eoa]\\u0302)(?!${TONE})`)
