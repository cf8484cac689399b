// Answers /facts: the articles' figures and claims on a subject, side by side, each with what it counts and who says
// it.

import { articleById } from '../corpus/article-by-id.ts'
import type { Article, Corpus, Figure, OutsideStatement, Subject } from '../corpus/model.ts'
import { translated } from '../corpus/translated.ts'
import { attribution, bullets, emphasis, heading, paragraph, run } from '../message/build.ts'
import type { Block, Message } from '../message/message.ts'
import { figuresOn, subjectsLike } from '../search/lookup/subjects.ts'
import { sourceOf, speakerOf } from '../wording/citation.ts'
import { outsideBlocks } from '../wording/outside.ts'
import { takenNote } from '../wording/taken.ts'
import { type Context, command, text } from './command.ts'
import { completeSubject } from './shared/completions.ts'
import {
  choiceSection,
  entryOption,
  sectionAt,
  sectionChoices,
  sectionLine,
  unitsOf,
} from './shared/pages.ts'

export const facts = command({
  name: 'facts',
  options: { subject: text({ complete: completeSubject }), entry: entryOption },
  example: ({ corpus, language }) => {
    const subject = mostComparedIn(corpus)
    return subject && { subject: translated(subject.names, language) }
  },
  run: async ({ subject: typed, entry = 1 }, context): Promise<Message> => {
    const { corpus, index, say } = context
    const phrases = say.commands.facts
    if (corpus.subjects.length === 0) return { body: [paragraph(phrases.nothingCompared)] }
    if (typed === undefined) return choose(phrases.ask, { subjects: corpus.subjects, entry }, context)
    const { subjects, isNamed } = await subjectsLike(corpus, index, typed)
    const [subject, ...others] = subjects
    if (!subject)
      return choose(phrases.none(typed.slice(0, 60)), { typed, subjects: corpus.subjects, entry }, context)
    if (others.length > 0)
      return choose(phrases.which(typed.slice(0, 60)), { typed, subjects, entry }, context)
    const message = sideBySide(subject, entry, context)
    const note = isNamed ? [] : takenNote(translated(subject.names, context.language), typed, say)
    return { ...message, body: [...note, ...message.body] }
  },
})

function sideBySide(subject: Subject, entry: number, context: Context): Message {
  const { corpus, say, language } = context
  const phrases = say.commands.facts
  const all = rowsOn(subject, corpus)
  const section = sectionAt<Row | OutsideStatement, FactsEntry>([...all, ...subject.outside], {
    from: entry,
    compose: each =>
      'source' in each
        ? { outside: each, blocks: outsideBlocks([each], context) }
        : { blocks: rowBlocks(each, context) },
    unitsOf: ({ blocks }, linked) => unitsOf(blocks, linked),
  })
  const rows = section.entries.filter(({ outside }) => !outside).map(({ blocks }) => blocks)
  const articles = new Set(all.map(({ article }) => article.id))
  const dependence = corpus.about.dependence
  return {
    body: [
      heading(2, translated(subject.names, language)),
      ...(rows.length > 0 ? [bullets(rows)] : []),
      ...(all.length === 0 ? [paragraph(phrases.noFigures)] : []),
      ...(subject.countsDiffer && all.length > 1 ? [paragraph(emphasis(phrases.apart))] : []),
      ...(articles.size === 1 ? [paragraph(emphasis(phrases.single))] : []),
      ...(articles.size > 1 && dependence ? [paragraph(emphasis(translated(dependence, language)))] : []),
      ...outsideBlocks(
        section.entries.flatMap(({ outside = [] }) => outside),
        context,
      ),
      ...sectionLine(section, say),
    ],
    choices: [
      ...sectionChoices({ command: 'facts', args: { subject: subject.id } }, section, say),
      [run(phrases.others, 'facts'), run(say.post.sources, 'sources')],
    ],
  }
}

/** A row of the articles, or a statement from outside them. */
interface FactsEntry {
  blocks: Block[]
  outside?: OutsideStatement
}

function rowBlocks({ article, figure, claim }: Row, { say, language }: Context): Block[] {
  const words = figure ? `${figure.number} ${figure.noun}` : translated(claim.text, language)
  const speaker = figure ? speakerOf(figure, article, say) : translated(claim.speaker, language)
  return [paragraph(speaker ? say.claim(speaker, words) : words), attribution(sourceOf(article, say))]
}

type Row = { article: Article } & (
  | { figure: Figure; claim?: undefined }
  | { figure?: undefined; claim: Subject['claims'][number] }
)

/** The figures, then the claims, each once for every article that has it. */
const rowsOn = (subject: Subject, corpus: Corpus): Row[] => [
  ...figuresOn(corpus, subject.id),
  ...subject.claims.flatMap(claim =>
    claim.articles.flatMap(id => {
      const article = articleById(corpus, id)
      return article ? [{ article, claim }] : []
    }),
  ),
]

/** The subject with the most to compare, which people are likely to ask about. */
function mostComparedIn(corpus: Corpus): Subject | undefined {
  const countOf = (subject: Subject) => rowsOn(subject, corpus).length + subject.outside.length
  const [most] = corpus.subjects.toSorted((a, b) => countOf(b) - countOf(a))
  return most
}

function choose(
  question: string,
  { typed, subjects, entry }: { typed?: string; subjects: readonly Subject[]; entry: number },
  { language, say }: Context,
): Message {
  const choice = ({ id, names }: Subject) => run(translated(names, language), 'facts', { subject: id })
  const call = { command: 'facts', args: { ...(typed !== undefined && { subject: typed }) } }
  return {
    body: [paragraph(question)],
    choices: choiceSection(subjects, { from: entry, call, option: 'subject', choice }, say),
  }
}
