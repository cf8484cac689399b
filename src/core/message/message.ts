// Defines the neutral message: a closed subset of mdast in an envelope, which every platform renders in its own form.
//
// The block and inline shapes are those of mdast (https://github.com/syntax-tree/mdast), narrowed so that a renderer
// can cover every case. `attribution` is ours: the line that says who said what is above it.

export interface Text {
  type: 'text'
  value: string
}
export interface Break {
  type: 'break'
}
export interface Strong {
  type: 'strong'
  children: Inline[]
}
export interface Emphasis {
  type: 'emphasis'
  children: Inline[]
}
export interface Link {
  type: 'link'
  url: string
  children: Inline[]
}
/** A moment. If the platform can, readers see it in their own time zone and form. */
export interface Moment {
  type: 'moment'
  /** Milliseconds since 1970 UTC. */
  at: number
  /** In words, in the chat's zone and, if that differs, in UTC. */
  value: string
  /** In words, in the chat's zone only: for platforms that show the reader's time beside it. */
  local: string
}
export type Inline = Text | Break | Strong | Emphasis | Link | Moment

export interface Heading {
  type: 'heading'
  depth: 1 | 2 | 3
  children: Inline[]
}
export interface Paragraph {
  type: 'paragraph'
  children: Inline[]
}
export interface Blockquote {
  type: 'blockquote'
  children: Block[]
}
export interface ListItem {
  type: 'listItem'
  children: Block[]
}
export interface List {
  type: 'list'
  ordered: boolean
  /** The number of the first item of an ordered list. */
  start: number
  children: ListItem[]
}
export interface ThematicBreak {
  type: 'thematicBreak'
}
export interface TableCell {
  type: 'tableCell'
  children: Inline[]
}
export interface TableRow {
  type: 'tableRow'
  children: TableCell[]
}
/** The first row names the columns, and every row has a cell for each. Platforms without tables show `listOfTable`. */
export interface Table {
  type: 'table'
  /** How each column is aligned; null for the reading direction. */
  align: ('left' | 'right' | 'center' | null)[]
  children: TableRow[]
}
/** A source line: who said or published the words above. */
export interface Attribution {
  type: 'attribution'
  children: Inline[]
  /** The speaker, if the words above name them: for where the line stands without those words. */
  speaker?: string
}
export type Block = Heading | Paragraph | Blockquote | List | Table | ThematicBreak | Attribution

export interface Image {
  /** PNG bytes. */
  data: Uint8Array
  /** For people who cannot see the picture. */
  alt: string
}

/** A file for the person who asked. It is data, not something to read in the chat. */
export interface Attachment {
  name: string
  data: Uint8Array
  /** For a file of a private message, on platforms that must send it to another chat. */
  notices?: PrivateFileNotices
}

/** What a chat is told when a private file was asked for there. */
export interface PrivateFileNotices {
  sent: Message
  notSent: Message
  /** The label of a button that opens a private chat with the bot. */
  openChat: string
}

/** A command with its arguments, typed or pre-filled. Option names are the core's on every platform. */
export interface Invocation {
  command: string
  args: Record<string, string>
}

/** `more` shows more of the same, and `yes` does what the message asks about. */
export type Cue = 'more' | 'yes'

/** A pre-filled command, so it still works after a restart. `inPlace` replaces the message with the answer. */
export interface Run {
  type: 'run'
  label: string
  /** The full form of the label, shown instead of it if there is room, else in the text. */
  about?: string
  call: Invocation
  inPlace?: boolean
  /** Turns a page, so that it has the same number or word wherever there are pages. */
  turn?: PageTurn
  /** The word that people may say instead of pressing it. */
  cue?: Cue
}

export type PageTurn = 'next' | 'previous'

/** A button. */
export type Choice =
  | { type: 'open'; label: string; url: string }
  | Run
  /**
   * Asks for one option and then runs the call: for its words on platforms with forms, or for a role or another place of
   * the chat on platforms that list these. The option then gets its id.
   */
  | { type: 'ask'; label: string; call: Invocation; option: string; picks?: 'role' | 'place' }
  /** Offers the words in another chat, or copies the text to paste: on platforms with such buttons. */
  | { type: 'share'; label: string; words: string }
  | { type: 'copy'; label: string; text: string }

export interface Message {
  body: Block[]
  image?: Image
  file?: Attachment
  /** Rows of choices. */
  choices?: Choice[][]
  /** Concerns only the person who asked, and is hidden from everybody else if the platform can. */
  isPrivate?: true
}
