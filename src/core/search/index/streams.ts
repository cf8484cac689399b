// Reads a stream: an article's words as numbers, seven bits a byte, field after field.

/** Ends a field or a passage in a stream. The numbers of surface forms begin at 1. */
export const FIELD_END = 0

/** The order of fields in a stream. Every field from `text` on is one passage. */
export const fields = { title: 0, names: 1, keyPoints: 2, text: 3 }

/** Calls `visit` with the numbers of one stream, in order. */
export function readStream(
  bytes: Uint8Array,
  from: number,
  to: number,
  visit: (number: number) => void,
): void {
  for (let at = from; at < to; ) {
    let byte = bytes[at++] as number
    let value = byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++] as number
      value |= (byte & 127) << shift
    }
    visit(value)
  }
}
