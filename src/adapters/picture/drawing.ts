// Describes a drawing as a value: shapes with places and colours, so that tests can check it before it is drawn.

/** All sizes are in pixels of the picture. */
export interface Drawing {
  width: number
  height: number
  shapes: Shape[]
}

export interface TextStyle {
  size: number
  weight: 'regular' | 'bold'
}

export type Shape =
  /** One line of words; `y` is its baseline. */
  | { type: 'words'; x: number; y: number; words: string; style: TextStyle; colour: Colour }
  | { type: 'box'; x: number; y: number; width: number; height: number; colour: Colour; isHollow?: boolean }
  | { type: 'dot'; x: number; y: number; radius: number; colour: Colour; isHollow?: boolean }
  | { type: 'path'; points: [x: number, y: number][]; colour: Colour; width: number }

/** The width of words in a style, in pixels. */
export type Measure = (words: string, style: TextStyle) => number

/**
 * Flat and quiet, with no colour of any flag. Words have a contrast of 4.5:1 to the paper, marks 3:1
 * (WCAG 2.2, 1.4.3 and 1.4.11: https://www.w3.org/TR/WCAG22/).
 */
export const colours = {
  paper: '#f5f2ec',
  ink: '#1e2329',
  /** Source lines and other small print. */
  quiet: '#555b63',
  /** Marks of events, and the years. */
  mark: '#2f4a63',
  /** Axes, leaders and rules. */
  rule: '#7c828a',
} as const
export type Colour = keyof typeof colours

/** A phone shows this about 360 px wide, a third of it: a font of 34 px is 11 px high there. */
export const PICTURE_WIDTH_PX = 1080
export const MIN_FONT_PX = 34

/** Telegram refuses pictures whose width and height add up to more than 10,000 (https://core.telegram.org/bots/api#sendphoto). */
export const MAX_PICTURE_HEIGHT_PX = 8900
