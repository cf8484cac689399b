// A drawing as a value: shapes with their places and colours, so that what is drawn can be checked before it is.

/** Sizes are in pixels of the picture. */
export interface Drawing {
  width: number
  height: number
  shapes: Shape[]
}

export interface Style {
  size: number
  weight: 'regular' | 'bold'
}

export type Shape =
  /** One line of words; `y` is the line they stand on. */
  | { type: 'words'; x: number; y: number; words: string; style: Style; colour: Colour }
  | { type: 'box'; x: number; y: number; width: number; height: number; colour: Colour; isHollow?: boolean }
  | { type: 'dot'; x: number; y: number; radius: number; colour: Colour; isHollow?: boolean }
  | { type: 'path'; points: [x: number, y: number][]; colour: Colour; width: number }

/** How wide words are in a style. */
export type Measure = (words: string, style: Style) => number

/** Flat and quiet, with no colour of any flag. Words keep 4.5:1 to the paper and marks 3:1 (WCAG 2.2, 1.4.3 and 1.4.11). */
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

/** A phone shows this on some 360 px, a third of it: letters of 34 are 11 px high there. */
export const width = 1080
export const smallest = 34

/** Telegram takes pictures whose sides sum up to 10,000 (https://core.telegram.org/bots/api#sendphoto). */
export const highest = 8900
