import { shots } from '../screens/shots'
import { faultsInUsual } from './checks'
import { useScene } from './useScene'
import { lookNamed } from './visits'

const { visits } = useScene()
/** A second or two, on a busy machine many. */
const LIMIT_MS = 120_000

describe('every further state in Chinese: nothing for axe to find, nothing cut off, each target large enough, all of it reached by Tab, at twice the size and in the dark too', () => {
  test.each(shots.filter(({ kind }) => kind === 'state').map((shot) => [shot.name, shot] as const))('%s', async (_, shot) => {
    expect(await visits().show(shot, lookNamed('zh'), faultsInUsual)).toEqual([])
  }, LIMIT_MS)
})
