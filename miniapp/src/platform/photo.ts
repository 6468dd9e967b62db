import Taro from '@tarojs/taro'
import { photoType, type ChosenPhotos, type PhotoFile } from './photoFile'
import { isRefused } from './refused'

const readFile = (filePath: string): Promise<ArrayBuffer> => new Promise((resolve, reject) => {
  Taro.getFileSystemManager().readFile({ filePath, success: ({ data }) => (typeof data === 'string' ? reject(new Error('text')) : resolve(data)), fail: reject })
})

const readPhoto = async (path: string): Promise<PhotoFile | null> => {
  try {
    const bytes = await readFile(path)
    const type = photoType(bytes)
    return type && { bytes, type, shown: path }
  } catch { return null }
}

/** Taro takes Alipay's paths from a field that Alipay's own page does not list, so that they may be missing. */
const pathsOf = ({ tempFilePaths, tempFiles }: Partial<Taro.chooseImage.SuccessCallbackResult>): readonly string[] =>
  tempFilePaths ?? tempFiles?.map(({ path }) => path) ?? []

/** Lets the citizen take or choose up to `most` photos, made smaller by the host. Call it within a tap. */
export const choosePhotos = async (most: number): Promise<ChosenPhotos> => {
  try {
    const paths = pathsOf(await Taro.chooseImage({ count: most, sizeType: ['compressed'], sourceType: ['album', 'camera'] }))
    const read = await Promise.all(paths.slice(0, most).map(readPhoto))
    const photos = read.flatMap((photo) => photo ?? [])
    return photos.length > 0 ? { kind: 'chosen', photos } : { kind: paths.length > 0 ? 'unreadable' : 'cancelled' }
  } catch (failure) {
    return { kind: isRefused(failure) ? 'refused' : 'cancelled' }
  }
}
