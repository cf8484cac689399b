// Words attributions: who published an article and when, and who makes a statement.

import { articleById } from '../corpus/article-by-id.ts'
import type { Article, Corpus } from '../corpus/model.ts'
import { describesTheArticle } from '../corpus/self-reference.ts'
import type { Language } from '../languages/language.ts'
import type { Phrases } from '../languages/phrases.ts'
import { attribution, link } from '../message/build.ts'
import type { Attribution, Inline } from '../message/message.ts'

/** Publisher and date, as a link if there is one, with a note if it leads to a copy. */
export const sourceOf = (article: Article, say: Phrases): Inline =>
  linked(sourceWords(article, say), article, say)

function linked(words: string, article: Article, say: Phrases): Inline {
  if (!article.url) return { type: 'text', value: words }
  return link(article.url, article.urlIsCopy ? say.linkToCopy(words) : words)
}

/** Publisher and date, without a link. */
export const sourceWords = (article: Article, say: Phrases): string =>
  `${article.publisher}, ${dateOf(article, say)}`

/** The articles by publisher and date, in the order given, without those missing from the corpus. */
export function sourcesOf(articles: readonly string[], corpus: Corpus, say: Phrases): Inline[] {
  return articles.flatMap(id => {
    const article = articleById(corpus, id)
    return article ? [sourceOf(article, say)] : []
  })
}

/** The source line below an article's words: publisher, date, and what it retells. */
export const sourceLine = (article: Article, say: Phrases): Attribution =>
  attribution([linked(fullSourceWords(article, say), article, say), retellingAfter(article, say)])

/** The source line as text, without a link. */
export const sourceLineWords = (article: Article, say: Phrases): string =>
  fullSourceWords(article, say) + retellingAfter(article, say)

/** A line has room to say what is inferred; a list of sources and a button have not. */
const fullSourceWords = (article: Article, say: Phrases): string =>
  sourceWords(article, { ...say, inferredDate: say.dateInferred })

const retellingAfter = ({ retells }: Article, say: Phrases) =>
  retells ? ` · ${say.retelling(retells.name)}` : ''

/**
 * The work that an article retells, and its author, because the sentences are not the publisher's own. Empty if it
 * retells none.
 */
export function retellingOf({ retells }: Article, say: Phrases): string {
  if (!retells) return ''
  const { name, author } = retells
  return say.retelling(author === undefined ? name : say.writingIn(author, name))
}

/** Says so if an article is shown in a language other than the reader's, or in a translation. */
export function versionLines(article: Article, language: Language, say: Phrases): Attribution[] {
  const { translated, untranslated } = say.commands.article
  if (article.language !== language)
    return [attribution(untranslated(say.commands.search.inLanguage(article.language)))]
  return article.translatedFrom ? [attribution(translated)] : []
}

/** The date of publication, with a note if the date is inferred, and one if nobody has reviewed the article. */
export function dateOf({ published, inferred, review }: Article, say: Phrases): string {
  const date = inferred ? say.inferredDate(say.date(published)) : say.date(published)
  return review ? say.unreviewedDate(date) : date
}

/**
 * The person who makes the claim in a statement, with their role at the time, or a note that nobody is named. Undefined
 * for a bare figure, and for a statement that only describes the article.
 */
export function speakerOf(
  { speaker, via, text }: { speaker?: string; via?: string; text?: string },
  article: Article,
  say: Phrases,
): string | undefined {
  if (speaker === undefined)
    return text === undefined || describesTheArticle(text, article.language) ? undefined : say.noSpeaker
  const claimant = withRole(speaker, article, say)
  return via === undefined ? claimant : say.as(claimant, withRole(via, article, say))
}

/** The same without roles, for a line that has no room for them. */
export const speakerNameOf = (
  stated: { speaker?: string; via?: string; text?: string },
  article: Article,
  say: Phrases,
): string | undefined =>
  stated.speaker === undefined || stated.via === undefined
    ? (stated.speaker ?? speakerOf(stated, article, say))
    : say.as(stated.speaker, stated.via)

/** The number of a sentence in its article, counted from 1, without headings. */
export function numberOf({ number }: { number: number }, article: Article, say: Phrases): string {
  const phrases = say.commands.summary
  return article.verbatim ? phrases.sentence(number) : phrases.sentenceOfDigest(number)
}

function withRole(name: string, article: Article, say: Phrases): string {
  const role = article.people.find(person => person.name === name)?.role
  if (role) return say.withRole(name, role)
  if (name === article.retells?.name) return say.described(name, article.retells.note)
  return name === article.retells?.author ? say.writingIn(name, article.retells.name) : name
}
