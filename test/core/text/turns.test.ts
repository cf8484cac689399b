// A long list is gone through in turns: all of it, in order, and other work is done in between.
import { expect, it } from 'vitest'
import { visitInTurns } from '../../../src/core/text/turns.ts'

it('visits every item in order, and no more than so many before other work has its turn', async () => {
  const visited: number[] = []
  const turns: number[] = []
  let isDone = false
  const other = () => {
    turns.push(visited.length)
    if (!isDone) setImmediate(other)
  }
  setImmediate(other)
  await visitInTurns([...Array(25).keys()], item => visited.push(item), 10)
  isDone = true
  expect(visited).toEqual([...Array(25).keys()])
  expect(turns).toEqual(expect.arrayContaining([10, 20]))
})
