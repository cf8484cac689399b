// Numbers the footnotes of an article in the order in which its text refers to them.

import type { FootnoteDefinition, Nodes, Root } from 'mdast'

export interface Footnotes {
  /** The number that stands in the text for a reference. */
  numberOf(identifier: string): number
  /** The notes that were referred to so far, in order; more may come while their own text is read. */
  inOrder(): Iterable<FootnoteDefinition>
  /** The notes that nothing refers to, and second ones of the same name. */
  unused(): FootnoteDefinition[]
}

export function readFootnotes(root: Root): Footnotes {
  const definitions = definitionsIn(root)
  const byIdentifier = new Map(definitions.toReversed().map(each => [each.identifier, each]))
  const numbers = new Map<string, number>()
  return {
    numberOf(identifier) {
      const number = numbers.get(identifier) ?? numbers.size + 1
      numbers.set(identifier, number)
      return number
    },
    *inOrder() {
      for (const identifier of numbers.keys()) {
        const definition = byIdentifier.get(identifier)
        if (definition) yield definition
      }
    },
    unused: () =>
      definitions.filter(each => !numbers.has(each.identifier) || byIdentifier.get(each.identifier) !== each),
  }
}

/** Without recursion, because a text may nest deeper than the stack. */
function definitionsIn(root: Root): FootnoteDefinition[] {
  const definitions: FootnoteDefinition[] = []
  const left: Nodes[] = [root]
  for (let node = left.pop(); node; node = left.pop()) {
    if (node.type === 'footnoteDefinition') definitions.push(node)
    if ('children' in node) left.push(...node.children.toReversed())
  }
  return definitions
}
