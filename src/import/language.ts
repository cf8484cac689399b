// Which of the archive's languages a text is in.
import { eng } from 'stopword'
import type { Language } from '../core/languages/language.ts'

/** By its letters, and for English by its small words; undefined where it is none of the three. */
export function languageOf(text: string): Language | undefined {
  const letters = text.match(/[\p{L}\p{M}]/gu)?.length ?? 0
  const share = (pattern: RegExp) => (text.match(pattern)?.length ?? 0) / Math.max(1, letters)
  if (share(/\p{Script=Khmer}/gu) > 0.5) return 'km'
  // Letters that only Vietnamese has; in running text they are a tenth of all.
  if (share(/[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/giu) > 0.05) return 'vi'
  const words = text.toLowerCase().match(/[a-z']+/g) ?? []
  const small = new Set(eng)
  return words.filter(word => small.has(word)).length / Math.max(1, words.length) > 0.2 ? 'en' : undefined
}
