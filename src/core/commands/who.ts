// Answers /who about a person, a body or a place: its spellings, its roles by each article's date, and where it is
// mentioned.

import { statedRolesOf } from '../answers/roles.ts'
import type { NameEntry } from '../corpus/model.ts'
import { translated } from '../corpus/translated.ts'
import { attribution, bullets, heading, paragraph, run } from '../message/build.ts'
import type { Block, Message } from '../message/message.ts'
import { mentionsOf } from '../search/lookup/mentions.ts'
import { completeNames, namesLike } from '../search/lookup/names.ts'
import { writtenSpellings } from '../search/lookup/written.ts'
import { sourceLine, sourceOf } from '../wording/citation.ts'
import { takenNote } from '../wording/taken.ts'
import { type Context, command, text } from './command.ts'
import { completeName } from './shared/completions.ts'
import {
  choiceSection,
  entryOption,
  sectionAt,
  sectionChoices,
  sectionLine,
  unitsOf,
} from './shared/pages.ts'

export const who = command({
  name: 'who',
  options: { name: text({ complete: completeName }), entry: entryOption },
  example: ({ corpus, language }) => corpus.names[0] && { name: translated(corpus.names[0].names, language) },
  run: async ({ name: typed, entry: from }, context): Promise<Message> => {
    const { corpus, say } = context
    const phrases = say.commands.who
    if (typed === undefined) {
      const names = await completeNames(corpus, '', MAX_EXAMPLES)
      return choose(phrases.ask, { typed, from: 1, names }, context)
    }
    const { names, isNamed } = await namesLike(corpus, typed)
    const [entry, ...others] = names
    if (!entry) return choose(phrases.none(typed.slice(0, 60)), { typed, from: 1, names: [] }, context)
    if (others.length > 0) return choose(phrases.which(typed.slice(0, 60)), { typed, from, names }, context)
    const message = await entryMessage(entry, from, context)
    const note = isNamed ? [] : takenNote(translated(entry.names, context.language), typed, say)
    return { ...message, body: [...note, ...message.body] }
  },
})

/** As many as one message asks about. */
const MAX_EXAMPLES = 10
const MAX_SPELLINGS = 20

async function entryMessage(entry: NameEntry, from: number | undefined, context: Context): Promise<Message> {
  const { corpus, index, say, language } = context
  const { name, names, also } = entry
  const phrases = say.commands.who
  const title = translated(names, language)
  const spellings = [name, ...also]
  const { mentioned } = await mentionsOf(corpus, index, entry)
  const roles = await statedRolesOf(entry, context)
  const written = await writtenSpellings(corpus, index, entry)
  const otherSpellings = spellings.filter(each => each !== title)
  const inArticles = otherSpellings.filter(each => written.has(each)).slice(0, MAX_SPELLINGS)
  const toSearchBy = otherSpellings
    .filter(each => !written.has(each))
    .slice(0, MAX_SPELLINGS - inArticles.length)
  const section = sectionAt(mentioned, {
    // The earliest come first, but people ask for the latest.
    from: from ?? mentioned.length,
    compose: (article): Block[] => [paragraph(article.title), sourceLine(article, say)],
    unitsOf,
    maxUnits: MAX_MENTIONS_UNITS,
  })
  return {
    body: [
      heading(2, title),
      ...(inArticles.length > 0 ? [paragraph(phrases.also(inArticles.join(', ')))] : []),
      ...(toSearchBy.length > 0 ? [paragraph(phrases.searched(toSearchBy.join(', ')))] : []),
      ...(roles.length > 0
        ? [
            heading(3, phrases.roles),
            bullets(
              roles.map(({ article, role }): Block[] => [
                paragraph(phrases.role(role, say.date({ year: article.published.year }))),
                attribution(sourceOf(article, say)),
              ]),
            ),
          ]
        : []),
      heading(3, phrases.mentioned),
      mentioned.length > 0 ? bullets(section.entries) : paragraph(phrases.nowhere),
      ...sectionLine(section, say),
    ],
    choices: [
      ...sectionChoices({ command: 'who', args: { name } }, section, say),
      [run(phrases.search(title), 'search', { words: title })],
    ],
  }
}

/** Leaves room for the roles. */
const MAX_MENTIONS_UNITS = 2400

function choose(
  question: string,
  {
    typed,
    names,
    from,
  }: { typed: string | undefined; names: readonly NameEntry[]; from: number | undefined },
  { language, say }: Context,
): Message {
  const choice = (entry: NameEntry) => run(translated(entry.names, language), 'who', { name: entry.name })
  const call = { command: 'who', args: { ...(typed !== undefined && { name: typed }) } }
  return {
    body: [paragraph(question)],
    choices: choiceSection(names, { from, call, option: 'name', choice }, say),
  }
}
