import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** For a test file: call once at its top. Gives the way to a folder of its own, which is gone after the file. */
export const useFolder = (): (() => string) => {
  let folder = ''
  beforeAll(async () => { folder = await mkdtemp(path.join(tmpdir(), 'yichuang-test-')) })
  afterAll(() => rm(folder, { recursive: true, force: true }))
  return () => folder
}
