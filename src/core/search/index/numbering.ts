// Looks up the number of a word inside a text, because slicing out every word would take most of the build's time.

export interface Numbering {
  /** The number of the text between two positions, or -1. */
  find(text: string, start: number, end: number): number
  /** Sets the number of a text that has none yet. */
  add(text: string, number: number): void
}

export function createNumbering(): Numbering {
  const texts: string[] = []
  const numbers: number[] = []
  /** Open addressing: an index into `texts` plus one, or 0 for an empty slot. At most half full. */
  let slots = new Int32Array(1 << 12)

  const slotOf = (text: string, start: number, end: number): number => {
    // FNV-1a over UTF-16 units.
    let hash = 0x811c9dc5
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
    const mask = slots.length - 1
    for (let slot = (hash ^ (hash >>> 15)) & mask; ; slot = (slot + 1) & mask) {
      const place = slots[slot] as number
      if (place === 0 || isSubstringAt(texts[place - 1] as string, text, start, end)) return slot
    }
  }
  return {
    find(text, start, end) {
      const place = slots[slotOf(text, start, end)] as number
      return place === 0 ? -1 : (numbers[place - 1] as number)
    },
    add(text, number) {
      if (texts.length * 2 >= slots.length) {
        slots = new Int32Array(slots.length * 2)
        for (const [place, other] of texts.entries()) slots[slotOf(other, 0, other.length)] = place + 1
      }
      texts.push(text)
      numbers.push(number)
      slots[slotOf(text, 0, text.length)] = texts.length
    },
  }
}

function isSubstringAt(wanted: string, text: string, start: number, end: number): boolean {
  if (wanted.length !== end - start) return false
  for (let at = start; at < end; at++) if (wanted.charCodeAt(at - start) !== text.charCodeAt(at)) return false
  return true
}
