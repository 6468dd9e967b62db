import { shots } from '../screens/shots'
import type { Shot } from '../screens/shot'
import { faultsInUsual } from './checks'
import { useScene } from './useScene'
import { lookNamed } from './visits'

/** A second or two, on a busy machine many. */
const LIMIT_MS = 120_000

/** For a test file: looks at each shot of a kind in Chinese and usual type, in all the ways there are. */
export const lookAtEvery = (kind: Shot['kind']): void => {
  const { visits } = useScene()
  test.each(shots.filter((shot) => shot.kind === kind).map((shot) => [shot.name, shot] as const))('%s', async (_, shot) => {
    expect(await visits().show(shot, lookNamed('zh'), faultsInUsual)).toEqual([])
  }, LIMIT_MS)
}
