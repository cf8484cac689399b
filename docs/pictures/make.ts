// `npm run pictures`: the pictures of docs/pictures drawn anew, at the width at which a phone shows them.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { Temporal } from 'temporal-polyfill'
import { createPainter } from '../../src/adapters/picture/index.ts'
import { loadCorpus } from '../../src/core/corpus/load/folder.ts'
import { viewIn } from '../../src/core/corpus/view.ts'
import { languages } from '../../src/core/languages/language.ts'
import { phrasesOf } from '../../src/core/languages/phrases.ts'
import { cardOf } from '../../src/core/wording/card.ts'
import { plotOf } from '../../src/core/wording/plot.ts'

const phone = 360

const loaded = await loadCorpus('data')
if ('faults' in loaded) throw new Error('data/ has faults: npm run corpus -- check data')
const painter = createPainter()
for (const language of languages) {
  const corpus = viewIn(loaded.corpus, language)
  const say = await phrasesOf(language)
  const january = corpus.anniversaries.find(({ id }) => id === 'january-7')
  if (!january) throw new Error('data/ has no january-7')
  const around = corpus.events.filter(({ date }) => date.year === 1978 || date.year === 1979)
  const day = Temporal.PlainDate.from('2027-01-07')
  const pictures = {
    card: cardOf({ anniversary: january, occurrence: day }, { corpus, language, say }),
    timeline: plotOf(around, { corpus, language, say }),
  }
  for (const [name, picture] of Object.entries(pictures)) {
    const path = join(import.meta.dirname, `${name}.${language}.png`)
    const small = await shrunk(await painter.paint(picture))
    writeFileSync(path, small)
    console.log(`${path} ${Math.round(small.length / 1024)} kB: ${picture.alt}`)
  }
}

async function shrunk(png: Uint8Array): Promise<Uint8Array> {
  const image = await loadImage(png)
  const canvas = createCanvas(phone, Math.round((image.height * phone) / image.width))
  const context = canvas.getContext('2d')
  context.imageSmoothingQuality = 'high'
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas.encode('png')
}
