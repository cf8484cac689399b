// Parses Markdown as GitHub writes it: CommonMark with tables, footnotes, task lists, strikethrough and bare addresses.

import type { Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'

const extensions = {
  // One tilde stands before a number that is about right: ~5 to ~10.
  extensions: [gfm({ singleTilde: false })],
  // The transforms find more addresses, but their nodes have no place in the source.
  mdastExtensions: gfmFromMarkdown().map(({ transforms: _, ...rest }) => rest),
}

export const parseMarkdown = (markdown: string): Root => fromMarkdown(markdown, extensions)
