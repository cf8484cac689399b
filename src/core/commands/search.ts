// /search: the passages that answer a few words, the matched words marked.
import { sourceLine } from '../citation/citation.ts'
import { translated } from '../corpus/translated.ts'
import { ask, heading, paragraph, quote, run, strong } from '../message/build.ts'
import type { Choice, Inline, Message } from '../message/message.ts'
import { completions } from '../search/nearest.ts'
import type { Hit } from '../search/search.ts'
import { subjectsLike } from '../search/subjects.ts'
import { type Context, command, integer, text } from './command.ts'
import { find } from './finding.ts'
import { pageChoices, pageOf } from './pages.ts'

const hitsOnPage = 5

export const search = command({
  name: 'search',
  options: {
    words: text({
      complete: (typed, { index }) =>
        completions(index.offers, typed, 25).map(value => ({ value, label: value })),
    }),
    page: integer({ isHidden: true }),
  },
  run: ({ words, page = 1 }, context): Message => {
    const { corpus, index, say, language } = context
    const phrases = say.commands.search
    if (words === undefined || words.trim() === '') {
      const examples = index.offers.slice(0, 4).map(offer => offer.value)
      return {
        body: [paragraph(phrases.ask)],
        choices: [
          ...examples.map(each => [run(each, 'search', { words: each })]),
          [ask(phrases.write, 'search', 'words')],
        ],
      }
    }
    // Echoing a page of somebody's text back would bury the answer.
    const shown = words.length > 60 ? `${words.slice(0, 60).trimEnd()} …` : words
    const { hits, corrected, near } = find(context, words)
    if (hits.length === 0)
      return {
        body: [paragraph(phrases.nothing(shown)), paragraph(near.length > 0 ? phrases.near : phrases.rather)],
        choices: (near.length > 0 ? near : index.offers.slice(0, 3).map(offer => offer.value)).map(each => [
          run(each, 'search', { words: each }),
        ]),
      }
    const pages = Array.from({ length: Math.ceil(hits.length / hitsOnPage) }, (_, index) =>
      hits.slice(index * hitsOnPage, (index + 1) * hitsOnPage),
    )
    const turned = pageOf(pages, page)
    const pairs = corrected.map(({ typed, used }) => phrases.instead(typed, used))
    const turn = pageChoices('search', { words }, turned, say)
    return {
      body: [
        heading(2, phrases.found(shown, hits.length)),
        ...(pairs.length > 0 ? [paragraph(phrases.corrected(pairs.join(', ')))] : []),
        ...(turned.item ?? []).flatMap(hit => [
          paragraph(strong(hit.article.title)),
          quote(paragraph(marked(hit))),
          sourceLine(hit.article, say),
        ]),
        ...(turned.pages > 1 ? [paragraph(say.page(turned.page, turned.pages))] : []),
      ],
      choices: [
        ...(turned.item ?? []).map(({ article }) => [
          run(phrases.read(article.title), 'article', { name: article.id }),
        ]),
        ...(turn.length > 0 ? [turn] : []),
        ...figuresFor(words, { corpus, index, say, language }),
      ],
    }
  },
})

/** Who asks for figures is offered them side by side. */
function figuresFor(
  words: string,
  { corpus, index, say, language }: Pick<Context, 'corpus' | 'index' | 'say' | 'language'>,
): Choice[][] {
  const { subjects, sure } = subjectsLike(corpus, index, words.slice(0, 64))
  const [subject, ...others] = subjects
  if (!subject || !sure || others.length > 0) return []
  const name = translated(subject.names, language)
  return [[run(say.commands.search.figures(name), 'facts', { subject: subject.id })]]
}

/** The passage with the matched words strong. */
export function marked({ passage, marks }: Hit): Inline[] {
  const nodes: (string | Inline)[] = []
  let from = 0
  for (const [start, end] of marks) {
    nodes.push(passage.slice(from, start), strong(passage.slice(start, end)))
    from = end
  }
  nodes.push(passage.slice(from))
  return paragraph(nodes).children
}
