// Words what the archive says to a question: one statement, all sides, or that it does not say.

import type { Finding, StatementsFinding } from '../answers/finding.ts'
import { emphasis, paragraph } from '../message/build.ts'
import type { Block } from '../message/message.ts'
import { textOfBlocks } from '../message/text.ts'
import { sidesBlocks } from './found/sides.ts'
import { statementBlocks } from './found/statement.ts'
import type { LanguageView } from './language-view.ts'

/** One statement, or all sides of a contested subject. */
export function statementsBlocks(finding: StatementsFinding, view: LanguageView): Block[] {
  const [only, ...others] = finding.statements
  if (!only || others.length > 0) return sidesBlocks(finding, view)
  return [
    ...statementBlocks(only, view),
    ...(only.hasInsertedName ? [paragraph(emphasis(view.say.commands.summary.brackets))] : []),
  ]
}

/** Says that the archive does not tell, on which words it has nothing, and what is nearest. */
export function silentBlocks(
  { missing, nearest }: Extract<Finding, { kind: 'silent' }>,
  view: LanguageView,
): Block[] {
  const phrases = view.say.commands.ask
  const words =
    missing.length > 0 ? `${phrases.silent} ${phrases.nothingOn(missing.join(', '))}` : phrases.silent
  if (!nearest) return [paragraph(words)]
  const [only, ...others] = nearest.statements
  const opening = [paragraph(words), paragraph(others.length > 0 ? phrases.differing : phrases.nearestIs)]
  return only && others.length === 0
    ? [...opening, ...statementBlocks(only, view)]
    : [...opening, ...sidesBlocks(nearest, view, textOfBlocks(opening).length)]
}
