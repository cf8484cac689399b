// Checks hostile requests: ambiguous requests, floods of headers, paths that lead elsewhere, slow clients.

import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import type { Endpoint } from '../../../src/core/platform.ts'
import { startServer } from './serving.ts'

const page: Endpoint = { method: 'GET', path: '/page', answer: () => new Response('here\n') }
const echo: Endpoint = {
  method: 'POST',
  path: '/echo',
  answer: async request => new Response(await request.text()),
}
const timeouts = { head: 300, request: 600, idle: 900, drain: 200 }
const start = () => startServer([page, echo], { timeouts })

/** The status codes in the reply to these bytes; `drip` sends them slowly, `half` closes our half of the connection. */
function statuses(port: number, text: string, { half = false, drip = 0 } = {}): Promise<string[]> {
  return new Promise(resolve => {
    let answer = ''
    let left = text
    const socket = connect(port, '127.0.0.1', () => {
      if (drip === 0) return half ? socket.end(text) : socket.write(text)
      const dripping = setInterval(() => {
        socket.write(left.slice(0, 1))
        left = left.slice(1)
      }, drip)
      socket.on('close', () => clearInterval(dripping))
    })
    socket.setEncoding('latin1').on('data', data => {
      answer += data
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve(answer.match(/^HTTP\/1\.1 \d+/gm)?.map(line => line.slice(9)) ?? []))
  })
}

const hidden = 'GET /page HTTP/1.1\r\nhost: x\r\n\r\n'
const post = (headers: string, body: string) => `POST /echo HTTP/1.1\r\nhost: x\r\n${headers}\r\n\r\n${body}`

describe('a request that two servers would read differently', () => {
  it.each([
    ['a length and chunks', post('content-length: 5\r\ntransfer-encoding: chunked', `0\r\n\r\n${hidden}`)],
    ['chunks and a length', post('transfer-encoding: chunked\r\ncontent-length: 5', `0\r\n\r\n${hidden}`)],
    ['two lengths', post('content-length: 0\r\ncontent-length: 33', hidden)],
    ['a list of lengths', post('content-length: 4, 4', `abcd${hidden}`)],
    ['a length with a sign', post('content-length: +4', `abcd${hidden}`)],
    ['a length that no number holds', post('content-length: 99999999999999999999', hidden)],
    ['chunks within another coding', post('transfer-encoding: chunked, identity', `0\r\n\r\n${hidden}`)],
    ['a coding that only sounds like chunks', post('transfer-encoding: xchunked', `0\r\n\r\n${hidden}`)],
    ['a blank before the colon', post('content-length : 4', `abcd${hidden}`)],
    ['a header over two lines', post('content-length:\r\n 4', `abcd${hidden}`)],
    ['bare line feeds', 'POST /echo HTTP/1.1\nhost: x\ncontent-length: 0\n\n'],
    ['a bare carriage return', post('a: b\rcontent-length: 4', `abcd${hidden}`)],
    ['a zero byte', post('a: b\0', '')],
    ['no host', 'GET /page HTTP/1.1\r\n\r\n'],
  ])('is refused, and the request hidden in it is not answered: %s', async (_, text) => {
    const { port } = await start()
    expect(await statuses(port, text)).toEqual(['400'])
  })

  it('may hide a second one in an unread body, which is not answered either', async () => {
    const { port } = await start()
    const text = `GET /page HTTP/1.1\r\nhost: x\r\ncontent-length: ${hidden.length}\r\n\r\n${hidden}`
    expect(await statuses(port, text)).toEqual(['200'])
  })
})

describe('headers', () => {
  it.each([
    ['one of 20,000 characters', `a: ${'x'.repeat(20_000)}\r\n`],
    ['3,000 of them', 'a: b\r\n'.repeat(3000)],
  ])('beyond the limit are refused: %s', async (_, headers) => {
    const { port } = await start()
    expect(await statuses(port, `GET /page HTTP/1.1\r\nhost: x\r\n${headers}\r\n`)).toEqual(['431'])
  })
})

describe('a path', () => {
  it.each([
    '/%2e%2e/%2e%2e/etc/passwd',
    '/..%2f..%2fetc%2fpasswd',
    '/page%00',
    '/page;x=1',
    '/PAGE',
    '/__proto__',
    'http://elsewhere.example/page',
    '*',
  ])('that leads nowhere is not found: %s', async path => {
    const { port } = await start()
    expect(await statuses(port, `GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`)).toEqual([
      '404',
    ])
  })

  it.each(['OPTIONS', 'TRACE', 'PUT', 'PROPFIND'])('is not answered to %s', async method => {
    const { port } = await start()
    expect(await statuses(port, `${method} /page HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`)).toEqual([
      '405',
    ])
  })
})

describe('slow clients', () => {
  it('that send one character at a time do not get more time', async () => {
    const { port } = await start()
    expect(await statuses(port, `GET /page HTTP/1.1\r\na: ${'x'.repeat(5000)}`, { drip: 20 })).toEqual([
      '408',
    ])
    expect(await statuses(port, post('content-length: 5000', 'x'.repeat(5000)), { drip: 5 })).toEqual(['408'])
  })

  it('by the hundred do not keep others waiting', async () => {
    const { port, url } = await start()
    const slow = Array.from({ length: 300 }, () => statuses(port, 'GET /page HTTP/1.1\r\nhost: x\r\n'))
    expect((await fetch(`${url}/page`)).status).toBe(200)
    expect(new Set((await Promise.all(slow)).flat())).toEqual(new Set(['408']))
  })

  it('that close their half after the request are still answered', async () => {
    const { port } = await start()
    expect(await statuses(port, hidden, { half: true })).toEqual(['200'])
    expect(await statuses(port, post('content-length: 10', 'abc'), { half: true })).toEqual(['400'])
  })
})
