// Reads an article: YAML front matter, then the text in Markdown.

import { type Language, languages } from '../../languages/language.ts'
import type { Article } from '../model.ts'
import { paragraphsOf } from '../paragraphs.ts'
import { type CorpusFile, claimId, type Draft, ID_FORM, idOf, readFields } from './draft.ts'
import { unattributedClaims, unsupportedFigures } from './evidence.ts'
import type { Located } from './fault.ts'
import { narrow } from './markdown/narrow.ts'
import { missingOriginal, unknownSpeakers, unknownSubjects } from './references.ts'
import { articleSchema } from './schema.ts'
import { translationDoubts, translationMismatches } from './translation.ts'

/** Adds the article or its faults to the draft. */
export function readArticle(file: CorpusFile, draft: Draft): void {
  const { faults, doubts, checks, versions, subjectIds } = draft
  const name = articleName(file)
  if ('message' in name) {
    faults.push({ path: file.path, line: 1, ...name })
    return
  }
  const { id, language } = name
  claimId(file, { kind: 'article', id, key: `${id} ${language}` }, draft)
  draft.articleIds.add(id)
  const article = parseArticle(file, name, draft)
  versions.set(`${id}.${language}`, article?.value)
  if (!article) return
  draft.articles.push(article)
  draft.corpus.articles.push(article.value)
  doubts.push(...unattributedClaims(article), ...unsupportedFigures(article))
  checks.push(() => {
    faults.push(...unknownSubjects(article, subjectIds), ...missingOriginal(article, versions))
    const original = versions.get(`${id}.${article.value.translatedFrom}`)
    if (!original || original === article.value) return
    faults.push(...translationMismatches(article, original))
    doubts.push(...translationDoubts(article, original))
  })
}

/** The longest bundled front matter has some 3,000. YAML takes four times as long for twice as many fields. */
const MAX_FRONT_MATTER_CHARACTERS = 100_000

function parseArticle(
  file: CorpusFile,
  name: { id: string; language: Language },
  draft: Draft,
): Located<Article> | undefined {
  const { faults } = draft
  const refuse = (message: string, line = 1) => void faults.push({ path: file.path, line, message })
  const text = file.text.replace(/^\uFEFF/, '')
  const fence = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m.exec(text)
  if (fence?.index !== 0) {
    refuse('does not begin with front matter between two lines of ---')
    return undefined
  }
  const [frontMatter, fields = ''] = fence
  if (frontMatter.length > MAX_FRONT_MATTER_CHARACTERS) {
    refuse(`the front matter is longer than ${MAX_FRONT_MATTER_CHARACTERS} characters`)
    return undefined
  }
  const bodyLine = frontMatter.split('\n').length
  const { blocks, faults: bodyFaults } = narrow(file.path, text.slice(frontMatter.length), bodyLine)
  faults.push(...bodyFaults)
  if (blocks.length === 0 && bodyFaults.length === 0) refuse('has no text below the front matter', bodyLine)
  const head = readFields(file, articleSchema, { draft, yaml: { text: fields, firstLine: 2 } })
  if (!head) return undefined
  const paragraphs = paragraphsOf(blocks, name.language)
  const article = { ...head, value: { ...name, ...head.value, body: blocks, paragraphs } }
  faults.push(...unknownSpeakers(article))
  return article
}

function articleName(file: CorpusFile): { id: string; language: Language } | { message: string } {
  const language = languages.find(code => file.place.endsWith(`.${code}.md`))
  const id = language && idOf(file, new RegExp(`\\.${language}\\.md$`))
  if (language && id !== undefined) return { id, language }
  const forms = `${ID_FORM}; language: one of ${languages.join(', ')}`
  return { message: `the file name is not <id>.<language>.md (${forms})` }
}
