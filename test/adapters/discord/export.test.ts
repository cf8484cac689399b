// What is kept of a server is shown to the admin who asked and to nobody else, with the file.
import { expect, it } from 'vitest'
import { startTown, subscribe } from './scene.ts'

it.each(['/export', '/privacy'])('%s gives the file to the admin who asked alone', async line => {
  const { admin, general } = await startTown()
  await subscribe(admin, general)
  const answer = await admin.runs(line).answer()
  const shown =
    line === '/export' ? answer : await answer.press('All of it as a file', { by: admin }).answer()
  expect(shown.text).toContain('everything stored about this chat')
  expect(shown.onlyFor).toBe(admin.user)
  expect(JSON.stringify(shown.body)).toContain('attachment://daybook.json')
  expect(shown.body.attachments).toMatchObject([{ filename: 'daybook.json' }])
  expect(JSON.stringify(general.posts)).not.toContain('daybook.json')
})
