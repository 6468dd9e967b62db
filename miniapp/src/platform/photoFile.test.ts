import { photoType } from './photoFile'

const bytes = (text: string): ArrayBuffer => new Uint8Array([...text].map((letter) => letter.charCodeAt(0))).buffer

test.each([
  ['\u00ff\u00d8\u00ff\u00e0...', 'image/jpeg'], ['\u0089PNG\r\n\u001a\n...', 'image/png'], ['RIFF\u0001\u0002\u0003\u0004WEBPVP8 ', 'image/webp'],
  ['RIFF\u0001\u0002\u0003\u0004WAVEfmt ', null], ['GIF89a', null], ['\u00ff\u00d8', null], ['<svg/>', null], ['', null],
])('the first bytes tell what a picture is: %j', (text, type) => {
  expect(photoType(bytes(text))).toBe(type)
})
