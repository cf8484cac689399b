// Answers /facts: the articles' figures and claims on a subject, side by side, each with what it counts and who says
// it.

import type { Subject } from '../corpus/model.ts'
import { translated } from '../corpus/translated.ts'
import { attribution, bullets, emphasis, heading, paragraph, run } from '../message/build.ts'
import type { Block, Message } from '../message/message.ts'
import { subjectsLike } from '../search/lookup/subjects.ts'
import { sourceOf, speakerOf } from '../wording/citation.ts'
import { outsideBlocks } from '../wording/outside.ts'
import { type Context, command, text } from './command.ts'
import { completeSubject } from './shared/completions.ts'

export const facts = command({
  name: 'facts',
  options: { subject: text({ complete: completeSubject }) },
  example: ({ corpus, language }) => corpus.subjects[0] && translated(corpus.subjects[0].names, language),
  run: ({ subject: typed }, context): Message => {
    const { corpus, index, say } = context
    const phrases = say.commands.facts
    if (corpus.subjects.length === 0) return { body: [paragraph(phrases.nothingCompared)] }
    if (typed === undefined) return choose(phrases.ask, corpus.subjects, context)
    const { subjects, isNamed } = subjectsLike(corpus, index, typed)
    const [subject] = subjects
    if (!subject) return choose(phrases.none(typed.slice(0, 60)), corpus.subjects, context)
    if (!isNamed || subjects.length > 1) return choose(phrases.which(typed.slice(0, 60)), subjects, context)
    return sideBySide(subject, context)
  },
})

function sideBySide(subject: Subject, context: Context): Message {
  const { corpus, say, language } = context
  const phrases = say.commands.facts
  const rows = corpus.articles.flatMap(article =>
    article.figures
      .filter(figure => figure.subject === subject.id)
      .map(figure => {
        const words = `${figure.number} ${figure.noun}`
        const speaker = speakerOf(figure, article, say)
        return {
          article,
          blocks: row(speaker ? say.claim(speaker, words) : words, attribution(sourceOf(article, say))),
        }
      }),
  )
  const claims = subject.claims.flatMap(({ text, speaker, articles }) =>
    corpus.articles
      .filter(({ id }) => articles.includes(id))
      .map(article => ({
        article,
        blocks: row(
          say.claim(translated(speaker, language), translated(text, language)),
          attribution(sourceOf(article, say)),
        ),
      })),
  )
  const all = [...rows, ...claims]
  const articles = new Set(all.map(({ article }) => article.id))
  const dependence = corpus.about.dependence
  return {
    body: [
      heading(2, translated(subject.names, language)),
      all.length > 0 ? bullets(all.map(({ blocks }) => blocks)) : paragraph(phrases.noFigures),
      ...(subject.countsDiffer && all.length > 1 ? [paragraph(emphasis(phrases.apart))] : []),
      ...(articles.size === 1 ? [paragraph(emphasis(phrases.single))] : []),
      ...(articles.size > 1 && dependence ? [paragraph(emphasis(translated(dependence, language)))] : []),
      ...outsideBlocks(subject.outside, context),
    ],
    choices: [[run(phrases.others, 'facts'), run(say.post.sources, 'sources')]],
  }
}

const row = (words: string, source: Block): Block[] => [paragraph(words), source]

const choose = (question: string, subjects: readonly Subject[], { language }: Context): Message => ({
  body: [paragraph(question)],
  choices: subjects.map(each => [run(translated(each.names, language), 'facts', { subject: each.id })]),
})
