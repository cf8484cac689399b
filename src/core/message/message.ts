// The neutral message: a closed subset of mdast in an envelope, which every platform renders in its own form.
//
// The block and inline shapes are those of mdast (https://github.com/syntax-tree/mdast), narrowed so that a
// renderer can cover every case; `attribution` is ours: the line that says whose words stand above it.

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
/** A moment; where a platform can, its reader sees it in a zone and a form of their own. */
export interface Moment {
  type: 'moment'
  /** Milliseconds since 1970 UTC. */
  at: number
  /** In words of the chat's zone and, where that is another, of UTC. */
  value: string
  /** In words of the chat's zone alone, for where the reader's own stands beside it. */
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
/** Who said or published what stands above: a source line. */
export interface Attribution {
  type: 'attribution'
  children: Inline[]
}
export type Block = Heading | Paragraph | Blockquote | List | ThematicBreak | Attribution

export interface Image {
  /** PNG bytes. */
  data: Uint8Array
  /** What a person who cannot see the picture is told. */
  alt: string
}

/** A file for the person who asked: data, not something to read in the chat. */
export interface Attachment {
  name: string
  data: Uint8Array
  /** For a file of a private message, on platforms that must send it to another chat. */
  notices?: PrivateFileNotices
}

/** What the chat in which a private file was asked for is told in its place. */
export interface PrivateFileNotices {
  sent: Message
  notSent: Message
  /** The label of a button that opens a private chat with the bot. */
  openChat: string
}

/** A command with its arguments as typed or pre-filled; option names are the core's own on every platform. */
export interface Invocation {
  command: string
  args: Record<string, string>
}

/** A pre-filled command, which therefore still works after a restart; `inPlace` puts its answer where it stands. */
export interface Run {
  type: 'run'
  label: string
  /** What the label is short for: shown in its place where there is room, else in the text. */
  about?: string
  call: Invocation
  inPlace?: boolean
}

/** Something to press. */
export type Choice =
  | { type: 'open'; label: string; url: string }
  | Run
  /** Asks for the words of one option and runs the call with them: where the platform has forms. */
  | { type: 'ask'; label: string; call: Invocation; option: string }
  /** Offers the words in another chat, and puts the text where it can be pasted: where the platform has such buttons. */
  | { type: 'share'; label: string; words: string }
  | { type: 'copy'; label: string; text: string }

export interface Message {
  body: Block[]
  image?: Image
  file?: Attachment
  /** Rows of choices. */
  choices?: Choice[][]
  /** Concerns nobody but who asked: told to them alone, where the platform can. */
  isPrivate?: true
}
