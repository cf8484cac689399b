// The message as terminal text: wrapped to a width, with ANSI marks where the terminal has them.
import { inline } from '../../core/message/build.ts'
import type { Block, Choice, Message } from '../../core/message/message.ts'
import { type Look, paint } from './look.ts'
import { wrap } from './wrap.ts'

/** The text of a message, without a newline at its end. Choices that run a command are numbered from 1. */
export function render(message: Message, look: Look): string {
  const lines = blockLines(message.body, look)
  const choices = (message.choices ?? []).flat()
  let number = 0
  const offered = choices.flatMap(choice => choiceLines(choice, choice.type === 'run' ? ++number : 0, look))
  // A terminal has no attachments, but whoever asked can copy what it shows.
  const file = message.file ? ['', ...new TextDecoder().decode(message.file.data).trimEnd().split('\n')] : []
  return [...lines, ...file, ...(offered.length > 0 ? ['', ...offered] : [])].join('\n')
}

function blockLines(blocks: readonly Block[], look: Look, tight = false): string[] {
  return blocks.flatMap((block, index) => {
    const lines = linesOf(block, look)
    // An attribution belongs to what stands above it.
    const apart = index > 0 && !tight && block.type !== 'attribution'
    return apart ? ['', ...lines] : lines
  })
}

function linesOf(block: Block, look: Look): string[] {
  switch (block.type) {
    case 'heading':
      return wrap(block.children, look).map(line => paint(block.depth === 1 ? '1;4' : '1', line, look))
    case 'paragraph':
      return wrap(block.children, look)
    case 'attribution':
      return indent('— ', '  ', narrower(look, 2), each => wrap(block.children, each)).map(line =>
        paint('2', line, look),
      )
    case 'blockquote':
      return indent('│ ', '│ ', narrower(look, 2), each => blockLines(block.children, each))
    case 'thematicBreak':
      return [paint('2', '─'.repeat(Math.min(look.width, 40)), look)]
    case 'list':
      return block.children.flatMap((item, index) => {
        const bullet = block.ordered ? `${block.start + index}. ` : '• '
        return indent(bullet, ' '.repeat(bullet.length), narrower(look, bullet.length), each =>
          blockLines(item.children, each, true),
        )
      })
    default:
      return block satisfies never
  }
}

function choiceLines(choice: Choice, number: number, look: Look): string[] {
  switch (choice.type) {
    case 'run': {
      const first = `[${number}]`
      const others = ' '.repeat(first.length + 1)
      return indent(`${paint('1', first, look)} `, others, narrower(look, others.length), each =>
        wrap(inline(choice.about ?? choice.label), each),
      )
    }
    case 'open':
      return wrap(inline(`${choice.label}: ${choice.url}`), look)
    case 'ask':
    case 'share':
    case 'copy':
      // A terminal has neither forms nor other chats nor a paste board to fill.
      return []
    default:
      return choice satisfies never
  }
}

const narrower = (look: Look, by: number): Look => ({ ...look, width: Math.max(look.width - by, 10) })

function indent(first: string, others: string, look: Look, lines: (look: Look) => string[]): string[] {
  return lines(look).map((line, index) => (index === 0 ? first : others) + line)
}
