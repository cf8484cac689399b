// Checks that subjects are read, and that figures of a missing subject are refused.
import { describe, expect, it } from 'vitest'
import { describeFault } from '../../../src/core/corpus/load/fault.ts'
import { parseCorpus } from '../../../src/core/corpus/load/parse.ts'

const article = (figure: string) => ({
  path: 'c/articles/a.en.md',
  place: 'articles/a.en.md',
  text: `---\ntitle: T\npublisher: P\npublisherNote: N\npublished: 2020\nfigures:\n  - ${figure}\n---\nText.\n`,
})
const subject = {
  path: 'c/subjects/dead.yaml',
  place: 'subjects/dead.yaml',
  text: 'names: { en: The dead }\n',
}
const faults = (...files: Parameters<typeof parseCorpus>[0]) => {
  const parsed = parseCorpus(files)
  return 'faults' in parsed ? parsed.faults.map(describeFault) : []
}

describe('a subject', () => {
  it('groups figures', () => {
    expect(faults(article('{ number: 3 million, noun: people, subject: dead }'), subject)).toEqual([])
  })

  it('is a fault at the line of a figure if no file has it', () => {
    expect(faults(article('{ number: 3 million, noun: people, subject: ded }'), subject)).toEqual([
      'c/articles/a.en.md:7 "figures[1].subject" names the subject ded, which is not in subjects/',
    ])
  })

  it('needs a name, and a source for every outside statement', () => {
    const text = 'outside:\n  - text: { en: About 1 million }\n'
    expect(faults(article('{ number: 3 million, noun: people }'), { ...subject, text })).toEqual([
      'c/subjects/dead.yaml:1 "names" is missing',
      'c/subjects/dead.yaml:2 "outside[1].source" is missing',
    ])
  })
})
