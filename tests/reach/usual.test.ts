import { shots } from '../screens/shots'
import { faultsAtTwice, faultsInTheDark, faultsOf } from './checks'
import { keyboardFaults } from './keyboard'
import { useScene } from './useScene'
import { lookNamed } from './visits'

const { visits } = useScene()
/** A second or two, on a busy machine many. */
const LIMIT_MS = 120_000
/** The screens, and the states whose looks are not seen elsewhere: these stand in frames that the screens have shown to be sound. */
const isScreen = ({ looks }: (typeof shots)[number]): boolean => looks.includes('zh-dark')

describe('every screen in Chinese: nothing for axe to find, nothing cut off, each target large enough, all of it reached by Tab, at twice the size and in the dark too', () => {
  test.each(shots.filter(isScreen).map((shot) => [shot.name, shot] as const))('%s', async (_, shot) => {
    expect(await visits().show(shot, lookNamed('zh'), async (page) => [
      ...await faultsOf(page, { large: false }), ...await keyboardFaults(page), ...await faultsAtTwice(page), ...await faultsInTheDark(page),
    ])).toEqual([])
  }, LIMIT_MS)
})

describe('every further state in Chinese: nothing for axe to find, nothing cut off, each target large enough', () => {
  test.each(shots.filter((shot) => !isScreen(shot)).map((shot) => [shot.name, shot] as const))('%s', async (_, shot) => {
    expect(await visits().show(shot, lookNamed('zh'), (page) => faultsOf(page, { large: false }))).toEqual([])
  }, LIMIT_MS)
})
