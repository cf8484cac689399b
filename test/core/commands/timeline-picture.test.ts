// Checks /timeline as a picture: requested by a word or a button, and replaced by text if it cannot be drawn.
import { describe, expect, it } from 'vitest'
import type { Paint } from '../../../src/core/picture/painting.ts'
import type { Picture } from '../../../src/core/picture/picture.ts'
import { blocksOf, callsOf, createChat, textOf } from '../bundled.ts'

function sketchbook() {
  const pictures: Picture[] = []
  const paint: Paint = async picture => {
    pictures.push(picture)
    return { data: new Uint8Array([1]), alt: picture.alt }
  }
  return { pictures, paint }
}
const drawn = (picture: Picture | undefined) =>
  picture?.type === 'timeline' ? picture.items.map(({ when }) => when) : []

describe('/timeline as a picture', () => {
  it('is sent only on request, and the text has a button for it', async () => {
    const { pictures, paint } = sketchbook()
    const chat = await createChat(undefined, paint)
    const answer = await chat.say('/timeline 1979 1989')
    expect(answer.image).toBeUndefined()
    expect(pictures).toEqual([])
    expect(callsOf(answer)).toEqual(['/timeline 1979 1989 picture', '/timeline'])
  })

  it('shows the years asked for, has a caption, and offers the text', async () => {
    const { pictures, paint } = sketchbook()
    const chat = await createChat(undefined, paint)
    const answer = await chat.say('/timeline 1979-1989 picture')
    expect(drawn(pictures[0])).toEqual(['7 January 1979', '1979 to 1989', '1989'])
    expect(answer.image?.alt).toContain('1979 to 1989')
    expect(callsOf(answer)).toEqual(['/timeline 1979 1989', '/timeline'])
    // Short enough to go below a picture.
    expect(textOf(answer).length).toBeLessThan(1024)
  })

  it('is replaced by the whole text, with the reason, if it cannot be drawn', async () => {
    for (const [paint, why] of [
      [undefined, 'There are no pictures here'],
      [async () => undefined, 'could not be drawn'],
    ] as const) {
      const chat = await createChat(undefined, paint)
      const answer = await chat.say('/timeline picture')
      expect(textOf(answer)).toContain(why)
      expect(blocksOf(answer, 'list')).toEqual(blocksOf(await chat.say('/timeline'), 'list'))
    }
  })

  it('is not offered if nothing can draw or there is nothing to show', async () => {
    expect(callsOf(await (await createChat()).say('/timeline'))).toEqual([])
    const { pictures, paint } = sketchbook()
    const empty = await (await createChat(undefined, paint)).say('/timeline 1800 1900 picture')
    expect(callsOf(empty)).toEqual(['/timeline'])
    expect(pictures).toEqual([])
  })
})
