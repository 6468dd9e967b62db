import { shots } from '../screens/shots'
import { faultsOf } from './checks'
import { controlsOf } from './controls'
import { useScene } from './useScene'
import { lookNamed } from './visits'

const { visits } = useScene()
/** A second or two, on a busy machine many. */
const LIMIT_MS = 120_000
const shown = (name: string) => shots.find((one) => one.name === name)!

describe('every screen in English and large type: nothing for axe to find, no text below 18 or set closer than 1.3, no target below 60 by 60, nothing cut off or wider than the screen', () => {
  test.each(shots.filter(({ kind }) => kind === 'screen').map((shot) => [shot.name, shot] as const))('%s', async (_, shot) => {
    expect(await visits().show(shot, lookNamed('en-large'), (page) => faultsOf(page, { large: true }))).toEqual([])
  }, LIMIT_MS)
})

describe('in large type fewer things stand on a page', () => {
  test.each(['home', 'ticket'])('%s', async (name) => {
    const countIn = async (look: 'zh' | 'zh-large'): Promise<number> => {
      let count = 0
      await visits().show(shown(name), lookNamed(look), async (page) => {
        count = (await controlsOf(page)).length
        return []
      })
      return count
    }
    expect(await countIn('zh-large')).toBeLessThan(await countIn('zh'))
  })
})
