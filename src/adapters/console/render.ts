// Renders a message as terminal text, wrapped to a width and with ANSI styles if the terminal has them.

import { inline } from '../../core/message/build.ts'
import type { Block, Choice, Message } from '../../core/message/message.ts'
import { listOfTable } from '../../core/message/table.ts'
import { styled, type TerminalFormat } from './format.ts'
import { numbersOf } from './numbers.ts'
import { linesOfTable } from './table.ts'
import { wrap } from './wrap.ts'

/** The text of a message, without a final newline. Choices that run a command are numbered. */
export function renderTerminal(message: Message, format: TerminalFormat): string {
  const lines = linesOfBlocks(message.body, format)
  const choiceLines = numbersOf(message).flatMap(({ choice, number = '' }) =>
    linesOfChoice(choice, number, format),
  )
  // A terminal has no attachments, but people can copy the text of the file.
  const file = message.file ? ['', ...new TextDecoder().decode(message.file.data).trimEnd().split('\n')] : []
  return [...lines, ...file, ...(choiceLines.length > 0 ? ['', ...choiceLines] : [])].join('\n')
}

function linesOfBlocks(blocks: readonly Block[], format: TerminalFormat, isTight = false): string[] {
  return blocks.flatMap((block, index) => {
    const lines = linesOfBlock(block, format)
    // An attribution stays with the block above it.
    const isSeparate = index > 0 && !isTight && block.type !== 'attribution'
    return isSeparate ? ['', ...lines] : lines
  })
}

function linesOfBlock(block: Block, format: TerminalFormat): string[] {
  switch (block.type) {
    case 'heading':
      return wrap(block.children, format).map(line => styled(block.depth === 1 ? '1;4' : '1', line, format))
    case 'paragraph':
      return wrap(block.children, format)
    case 'attribution':
      return indent(['— ', '  '], format, each => wrap(block.children, each)).map(line =>
        styled('2', line, format),
      )
    case 'blockquote':
      return indent(['│ ', '│ '], format, each => linesOfBlocks(block.children, each))
    case 'thematicBreak':
      return [styled('2', '─'.repeat(Math.min(format.width, MAX_RULE_COLUMNS)), format)]
    case 'table':
      return linesOfTable(block, format) ?? linesOfBlock(listOfTable(block), format)
    case 'list':
      return block.children.flatMap((item, index) => {
        const bullet = block.ordered ? `${block.start + index}. ` : '• '
        return indent([bullet, ' '.repeat(bullet.length)], format, each =>
          linesOfBlocks(item.children, each, true),
        )
      })
    default:
      return block satisfies never
  }
}

function linesOfChoice(choice: Choice, number: string, format: TerminalFormat): string[] {
  switch (choice.type) {
    case 'run': {
      const label = `[${number}]`
      const others = ' '.repeat(label.length + 1)
      return indent([`${styled('1', label, format)} `, others], format, each =>
        wrap(inline(choice.about ?? choice.label), each),
      )
    }
    case 'open':
      return wrap(inline(`${choice.label}: ${choice.url}`), format)
    case 'ask':
    case 'share':
    case 'copy':
      // A terminal has no forms, no other chats and no clipboard that we could fill.
      return []
    default:
      return choice satisfies never
  }
}

/** Indents lines wrapped to the remaining width: the first by one prefix, the others by another of the same width. */
function indent(
  [first, others]: [first: string, others: string],
  format: TerminalFormat,
  linesIn: (format: TerminalFormat) => string[],
): string[] {
  const width = Math.max(format.width - others.length, MIN_TEXT_COLUMNS)
  return linesIn({ ...format, width }).map((line, index) => (index === 0 ? first : others) + line)
}

const MAX_RULE_COLUMNS = 40
/** Applies however deep the nesting and however narrow the window. */
const MIN_TEXT_COLUMNS = 10
