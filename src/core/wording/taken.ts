// Says what was taken for typed words that are not its name, where nothing else came near.

import type { Phrases } from '../languages/phrases.ts'
import { emphasis, paragraph } from '../message/build.ts'
import type { Block } from '../message/message.ts'

export const takenWords = (name: string, typed: string, say: Phrases): string =>
  say.takenFor(name, typed.slice(0, MAX_ECHO_UNITS))

export const takenNote = (name: string, typed: string, say: Phrases): Block[] =>
  noteOf(takenWords(name, typed, say))

/** A line above an answer; none if there are no words. */
export const noteOf = (words: string | undefined): Block[] =>
  words === undefined ? [] : [paragraph(emphasis(words))]

const MAX_ECHO_UNITS = 60
