// Checks the server itself: its refusals, its timeouts and its shutdown.

import { connect } from 'node:net'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Endpoint, PlatformError } from '../../../src/core/platform.ts'
import { startServer } from './serving.ts'

const page: Endpoint = { method: 'GET', path: '/page', answer: () => new Response('here\n') }
const echo: Endpoint = {
  method: 'POST',
  path: '/echo',
  answer: async request => new Response(await request.text()),
}
const broken: Endpoint = {
  method: 'GET',
  path: '/broken',
  answer: () => Promise.reject(new Error('the reason, which stays private')),
}

/** The reply to these bytes, up to the end of the connection. */
function send(port: number, text: string | Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    socket.setEncoding('latin1').on('data', data => {
      answer += data
    })
    socket.on('close', () => resolve(answer))
    socket.on('error', error => ('code' in error && error.code === 'ECONNRESET' ? undefined : reject(error)))
  })
}

describe('a request', () => {
  it.each([
    ['GET', '/page', 200, 'here\n'],
    ['GET', '/page?x=1', 200, 'here\n'],
    ['HEAD', '/page', 200, ''],
    ['POST', '/page', 405, 'Method Not Allowed\n'],
    ['DELETE', '/page', 405, 'Method Not Allowed\n'],
    ['GET', '/echo', 405, 'Method Not Allowed\n'],
    ['GET', '/', 404, 'Not Found\n'],
    ['GET', '/page/', 404, 'Not Found\n'],
    ['GET', '//page', 404, 'Not Found\n'],
    ['GET', '/%70age', 404, 'Not Found\n'],
    ['GET', '/constructor', 404, 'Not Found\n'],
    ['GET', '/../page/../.env', 404, 'Not Found\n'],
  ])('%s %s is answered with %i', async (method, path, status, body) => {
    const { url } = await startServer([page, echo])
    const answer = await fetch(url + path, { method })
    expect([answer.status, await answer.text()]).toEqual([status, body])
    expect(answer.headers.get('allow')).toBe(status !== 405 ? null : path === '/echo' ? 'POST' : 'GET, HEAD')
  })

  it('learns nothing about what runs here, not even from a failure', async () => {
    const { url, log } = await startServer([page, broken])
    for (const path of ['/page', '/broken', '/nowhere']) {
      const answer = await fetch(url + path)
      const all = JSON.stringify([...answer.headers]) + (await answer.text())
      expect(all).not.toMatch(/node|daybook|\d+\.\d+\.\d+|\bat \/|reason/i)
    }
    expect(log).toEqual([expect.stringContaining('the reason')])
  })
})

describe('an answer', () => {
  const open: Endpoint = {
    method: 'GET',
    path: '/open',
    answer: () => new Response('open\n', { headers: { 'cache-control': 'public, max-age=60', etag: '"1"' } }),
  }

  it('is plain text that must not be stored or sniffed, unless the endpoint says otherwise', async () => {
    const { url } = await startServer([page, open])
    const headersOf = async (path: string) => {
      const { headers } = await fetch(url + path)
      return ['cache-control', 'x-content-type-options', 'content-type', 'etag'].map(name =>
        headers.get(name),
      )
    }
    const text = expect.stringMatching(/^text\/plain; ?charset=utf-8$/i)
    expect(await headersOf('/page')).toEqual(['no-store', 'nosniff', text, null])
    expect(await headersOf('/nowhere')).toEqual(['no-store', 'nosniff', text, null])
    expect(await headersOf('/open')).toEqual(['public, max-age=60', 'nosniff', text, '"1"'])
  })

  it('to HEAD has the length of the body that it leaves out', async () => {
    const { url } = await startServer([page])
    const { headers } = await fetch(`${url}/page`, { method: 'HEAD' })
    expect(headers.get('content-length')).toBe('5')
  })
})

describe('a body', () => {
  it('is read up to a megabyte', async () => {
    const { url } = await startServer([echo])
    const longest = 'x'.repeat(1_000_000)
    const post = async (body: string) => (await fetch(`${url}/echo`, { method: 'POST', body })).status
    expect([await post(''), await post(longest), await post(`${longest}x`)]).toEqual([200, 200, 413])
  })

  it('of unknown length is refused at the same limit', async () => {
    const { port } = await startServer([echo])
    const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`
    const head = 'POST /echo HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n'
    const answer = await send(port, head + chunk.repeat(20))
    expect(answer).toMatch(/^HTTP\/1\.1 413 /)
    expect(answer).toMatch(/connection: close/i)
  })
})

describe('a slow client', () => {
  const timeouts = { head: 200, request: 400, idle: 600, drain: 200 }

  it.each([
    ['in sending the head', 'GET /page HTTP/1.1\r\nhost: x\r\n'],
    ['in sending the body', 'POST /echo HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\nabc'],
  ])('%s is refused with 408 and disconnected', async (_, text) => {
    const { port } = await startServer([page, echo], { timeouts })
    expect(await send(port, text)).toMatch(/^HTTP\/1\.1 408 /)
  })

  it('that sends nothing is disconnected, with 408 at most', async () => {
    const { port } = await startServer([page], { timeouts })
    expect(await send(port, '')).toMatch(/^(HTTP\/1\.1 408 [\s\S]*)?$/)
  })

  it('does not keep the server from ending', async () => {
    const { port, stop } = await startServer([page, echo], {
      timeouts: { ...timeouts, head: 60_000, request: 60_000, idle: 60_000 },
    })
    const answer = send(port, 'POST /echo HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\nabc')
    await fetch(`http://127.0.0.1:${port}/page`)
    await stop()
    expect(await answer).toBe('')
  })
})

describe('a request that is not HTTP', () => {
  it('is refused with a 4xx, whatever it is, and the server goes on', async () => {
    const { port, url } = await startServer([page, echo], {
      timeouts: { head: 300, request: 400, idle: 600, drain: 200 },
    })
    const odd = fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 200 }).map(bytes => Buffer.from(bytes)),
      fc
        .constantFrom(
          'GET /page HTTP/9.9\r\n\r\n',
          `GET /${'x'.repeat(20_000)} HTTP/1.1\r\nhost: x\r\n\r\n`,
          `GET /page HTTP/1.1\r\nhost: x\r\n${'a: b\r\n'.repeat(3000)}\r\n`,
          'GET /page HTTP/1.1\r\nhost: x\r\ncontent-length: -1\r\n\r\n',
          'POST /echo HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
          'POST /echo HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n',
          'CONNECT /page HTTP/1.1\r\nhost: x\r\n\r\n',
        )
        .map(text => Buffer.from(text)),
    )
    await fc.assert(
      fc.asyncProperty(odd, async bytes => {
        expect(await send(port, bytes)).toMatch(/^(HTTP\/1\.1 4\d\d [^\n]*\r\n[\s\S]*)?$/)
      }),
      { numRuns: 40 },
    )
    expect((await fetch(`${url}/page`)).status).toBe(200)
  })
})

describe('an address that is taken', () => {
  it('is reported to the operator in one line', async () => {
    const { port } = await startServer([])
    const second = startServer([], { port })
    await expect(second).rejects.toThrow(PlatformError)
    await expect(second).rejects.toThrow(/^cannot listen on HOST and PORT \(127\.0\.0\.1:\d+\): .*EADDRINUSE/)
  })
})
