// Describes how a terminal shows text, and styles text for it with ANSI codes.

export interface TerminalFormat {
  /** Columns to wrap at; Infinity for no wrapping. */
  width: number
  ansi: boolean
}

/** The text in an SGR style. The code that ends a style ends all of them, so the outer style is started again. */
export const styled = (code: string, text: string, { ansi }: TerminalFormat) =>
  ansi && text ? `${sgr(code)}${text.replaceAll(sgr('0'), sgr('0') + sgr(code))}${sgr('0')}` : text

const sgr = (code: string) => `\u001b[${code}m`
