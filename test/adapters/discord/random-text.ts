// Makes random text, the same for the same seed: what people paste, what attackers type, what breaks renderers.

export interface RandomSource {
  below(count: number): number
  pick<T>(list: readonly T[]): T
  text(maxUnits?: number): string
}

const pieces = [
  'Pol Pot',
  '7 January 1979',
  'ខ្មែរក្រហម',
  'Đại thắng mùa Xuân',
  'مرحبا',
  '\u202eabc\u202c',
  '👩‍👩‍👧‍👦',
  '🇰🇭',
  'e\u0301\u0301\u0301',
  '\ud83d',
  '\udc00',
  '\u0000',
  '\u0007',
  '\t',
  '\r\n',
  '\n',
  ' ',
  '**',
  '*',
  '__',
  '_',
  '~~',
  '||',
  '`',
  '```js\n',
  '# ',
  '### ',
  '-# ',
  '> ',
  '>>> ',
  '- ',
  '+ ',
  '12. ',
  '\\',
  '[a](https://example.org)',
  '](',
  '<https://example.org>',
  'https://example.org/a_b_c?d=*e*',
  '@everyone',
  '@here',
  '<@1234567890123456789>',
  '<@&1234567890123456789>',
  '<#1234567890123456789>',
  '<t:0:R>',
  '<:a:1234567890123456789>',
  '</help:1234567890123456789>',
  ':smile:',
  '__proto__',
  'constructor',
  "'; DROP TABLE subscriptions; --",
  '{"a":1}',
  '%s%n',
  '\u200b',
  '\ufeff',
  'a'.repeat(300),
  '𝕬'.repeat(40),
]

/** https://gist.github.com/tommyettinger/46a874533244883189143505d203312c (mulberry32) */
export function createRandom(seed: number): RandomSource {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const below = (count: number) => Math.floor(next() * count)
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T
  return {
    below,
    pick,
    text: (maxUnits = 6000) =>
      Array.from({ length: pick([0, 1, 2, 3, 8, 30, 400]) }, () => pick(pieces))
        .join(pick(['', ' ', '\n']))
        .slice(0, maxUnits),
  }
}
