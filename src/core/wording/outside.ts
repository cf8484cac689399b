// Words statements from outside the archive's articles, under their own heading, each with its source.

import type { OutsideStatement } from '../corpus/model.ts'
import { translated } from '../corpus/translated.ts'
import { attribution, bullets, heading, link, paragraph } from '../message/build.ts'
import type { Block } from '../message/message.ts'
import type { LanguageView } from './language-view.ts'

/** Empty if there are no statements. */
export function outsideBlocks(
  statements: readonly OutsideStatement[],
  { language, say }: Pick<LanguageView, 'language' | 'say'>,
): Block[] {
  if (statements.length === 0) return []
  return [heading(3, say.post.outside), outsideBullets(statements, { language })]
}

/** The statements where another line says that they come from outside. */
export const outsideBullets = (
  statements: readonly OutsideStatement[],
  { language }: Pick<LanguageView, 'language'>,
): Block =>
  bullets(
    statements.map(({ text, source, url }) => {
      const name = translated(source, language)
      return [paragraph(translated(text, language)), attribution(url ? link(url, name) : name)]
    }),
  )
