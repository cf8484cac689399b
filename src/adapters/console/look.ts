// How a terminal shows text: how wide it is, and whether it understands marks.
export interface Look {
  /** Columns to wrap at; Infinity for none. */
  width: number
  ansi: boolean
}

/** The text under an SGR code. An end of a mark ends them all, so what stands around it is begun again. */
export const paint = (code: string, text: string, { ansi }: Look) =>
  ansi && text ? `${mark(code)}${text.replaceAll(mark('0'), mark('0') + mark(code))}${mark('0')}` : text

const mark = (code: string) => `\u001b[${code}m`
