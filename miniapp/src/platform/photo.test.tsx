import Taro from '@tarojs/taro'
import { phone } from '../../../tests/support/phone/taro'
import { choosePhotos } from './photo'

const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2])
const text = new Uint8Array([60, 104, 116, 109, 108])

test('gives the bytes of what was chosen, no more of them than there is room for', async () => {
  phone.photos = [jpeg, jpeg, jpeg]
  const chosen = await choosePhotos(2)
  if (chosen.kind !== 'chosen') throw new Error(chosen.kind)
  expect(chosen.photos.map(({ type, shown }) => [type, shown])).toEqual([['image/jpeg', 'photo://0'], ['image/jpeg', 'photo://1']])
  expect([...new Uint8Array(chosen.photos[0]?.bytes ?? new ArrayBuffer(0))]).toEqual([...jpeg])
})

test('finds them on a host that lists files and no paths', async () => {
  phone.photos = [jpeg]
  const { chooseImage } = Taro
  try {
    Taro.chooseImage = () => Promise.resolve({ tempFiles: [{ path: 'photo://0', size: 6 }] } as Taro.chooseImage.SuccessCallbackResult)
    expect(await choosePhotos(3)).toMatchObject({ kind: 'chosen', photos: [{ shown: 'photo://0' }] })
  } finally { Taro.chooseImage = chooseImage }
})

test('what is no picture is left out, and said when nothing is left', async () => {
  phone.photos = [text, jpeg]
  expect(await choosePhotos(3)).toMatchObject({ kind: 'chosen', photos: [{ shown: 'photo://1' }] })
  phone.photos = [text]
  expect(await choosePhotos(3)).toEqual({ kind: 'unreadable' })
})

test('going away is no fault; a refused permission is told apart', async () => {
  expect(await choosePhotos(3)).toEqual({ kind: 'cancelled' })
  const { chooseImage } = Taro
  try {
    for (const failure of [{ errMsg: 'chooseImage:fail auth deny' }, { error: 2001, errorMessage: '用户不允许授权' }]) {
      Taro.chooseImage = () => Promise.reject(Object.assign(new Error('no'), failure))
      expect(await choosePhotos(3)).toEqual({ kind: 'refused' })
    }
  } finally { Taro.chooseImage = chooseImage }
})
