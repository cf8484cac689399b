// Checks what is a web address, and how it is written.

import { expect, test } from 'vitest'
import { webAddressOf } from '../../../src/core/message/web-address.ts'

test.each([
  ['https://example.org/a_b?c=%20#d', 'https://example.org/a_b?c=%20#d'],
  ['https://example.org/a b', 'https://example.org/a%20b'],
  ['https://example.org/a(b)', 'https://example.org/a(b)'],
  ['https://example.org/"<>', 'https://example.org/%22%3C%3E'],
  ['https://vi.example.org/Ngày', 'https://vi.example.org/Ng%C3%A0y'],
  ['HTTP://EXAMPLE.org', 'http://example.org/'],
])('%s is written %s', (url, written) => {
  expect(webAddressOf(url)).toBe(written)
})

test.each(['', 'example.org', 'https://', 'ftp://example.org', 'javascript:alert(1)', 'file:///etc/passwd'])(
  '“%s” is none',
  url => {
    expect(webAddressOf(url)).toBeUndefined()
  },
)
