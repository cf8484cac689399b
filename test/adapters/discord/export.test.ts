// Checks that a server's stored data is shown only to the admin who asked, with the file.

import { expect, it } from 'vitest'
import { startTown, subscribe } from './scene.ts'

it.each(['/export', '/privacy'])('%s gives the file only to the admin who asked', async line => {
  const { admin, general } = await startTown()
  await subscribe(admin, general)
  const answer = await admin.runs(line).answer()
  const exported =
    line === '/export' ? answer : await answer.press('All of it as a file', { by: admin }).answer()
  expect(exported.text).toContain('everything stored about this server')
  expect(exported.onlyFor).toBe(admin.user)
  expect(JSON.stringify(exported.body)).toContain('attachment://daybook.json')
  expect(exported.body.attachments).toMatchObject([{ filename: 'daybook.json' }])
  expect(JSON.stringify(general.posts)).not.toContain('daybook.json')
})
