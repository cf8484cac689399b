// Gathers the words of all languages that people say to a bot, by the form in which they are compared.

import type { Language } from '../../languages/language.ts'
import { packs } from '../../languages/packs.ts'
import {
  type LossWord,
  type ReplyKind,
  replyKinds,
  type SmallTalkKind,
  smallTalkKinds,
} from '../../languages/talk-words.ts'
import { unified } from '../../text/alike/lookalikes.ts'
import { fold } from '../../text/fold.ts'
import { needsDictionary } from '../../text/words.ts'

export type TalkMeaning =
  | { type: 'reply'; reply: ReplyKind }
  | { type: 'command'; name: string }
  | { type: 'small talk'; kind: SmallTalkKind }
  | { type: 'sorrow' }
  | { type: 'loss' }
  | { type: 'language'; language: Language }

/** Words that change nothing have no meanings. */
interface TalkPhrase {
  meanings: TalkMeaning[]
  languages: Set<Language>
}

export type TalkPhrases = ReadonlyMap<string, TalkPhrase>

interface TalkVocabulary {
  written: TalkPhrases
  /** The same without diacritics. */
  folded: TalkPhrases
  around: ReadonlySet<string>
  sorrow: ReadonlySet<string>
  /** The words of each language by which a message speaks of the writer's own dead. */
  losses: readonly (Record<LossWord, ReadonlySet<string>> & { language: Language })[]
  /** The openings of wishes for a language, the longest first. */
  openings: readonly string[]
}

interface Meant {
  language: Language
  meaning: TalkMeaning | undefined
}

let vocabulary: TalkVocabulary | undefined

/** Made for the first message, because it takes as long as many answers. */
export function talkVocabulary(): TalkVocabulary {
  vocabulary ??= createVocabulary()
  return vocabulary
}

/** Lowercase words with single spaces; none between characters of scripts that are written without. */
export const talkKeyOf = (text: string): string =>
  unified(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]|\p{Variation_Selector}|\p{Join_Control}|\u20e3/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
    .replace(/ /g, (space, at: number, all: string) =>
      isUnspaced(all, at - 1) && isUnspaced(all, at + 1) ? '' : space,
    )
    // "helloooo"
    .replace(/(\p{L})\1{2,}/gu, '$1')

/** Whether the character is of a script that is written without spaces. */
export const isUnspaced = (text: string, at: number) => needsDictionary(text[at] ?? '')

function createVocabulary(): TalkVocabulary {
  const written = new Map<string, TalkPhrase>()
  const folded = new Map<string, TalkPhrase>()
  const talks = [...packs].flatMap(([language, { talk }]) => (talk ? [{ language, ...talk }] : []))
  const addTo = (phrases: Map<string, TalkPhrase>, key: string, { language, meaning }: Meant) => {
    const known = phrases.get(key) ?? { meanings: [], languages: new Set() }
    if (meaning) known.meanings.push(meaning)
    known.languages.add(language)
    phrases.set(key, known)
  }
  const add = (language: Language, phrases: readonly string[], meaning?: TalkMeaning) => {
    for (const phrase of phrases) {
      const key = talkKeyOf(phrase)
      addTo(written, key, { language, meaning })
      addTo(folded, fold(key), { language, meaning })
    }
  }
  // In the order in which meanings are tried.
  for (const { language, replies, around } of talks) {
    for (const reply of replyKinds) add(language, replies[reply], { type: 'reply', reply })
    add(language, around)
  }
  for (const { language, commands } of talks)
    for (const [name, phrases] of Object.entries(commands)) add(language, phrases, { type: 'command', name })
  for (const { language, smallTalk } of talks)
    for (const kind of smallTalkKinds) add(language, smallTalk[kind], { type: 'small talk', kind })

  const withFolded = (phrases: readonly string[]) => {
    const keys = phrases.map(talkKeyOf)
    return new Set([...keys, ...keys.map(fold)])
  }
  const openings = withFolded(
    talks.flatMap(({ inLanguage }) => inLanguage.map(each => each.replace('…', ''))),
  )
  return {
    ...{ written, folded },
    around: new Set(talks.flatMap(({ around }) => around.map(talkKeyOf))),
    sorrow: withFolded(talks.flatMap(({ sorrow }) => sorrow)),
    losses: talks.map(({ language, loss: { self, kin, death } }) => ({
      language,
      self: withFolded(self),
      kin: withFolded(kin),
      death: withFolded(death),
    })),
    openings: [...openings].sort((a, b) => b.length - a.length),
  }
}
