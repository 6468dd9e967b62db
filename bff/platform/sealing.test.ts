import { createSealing } from './sealing'

const one = { id: 'k1', key: Buffer.alloc(32, 1) }
const two = { id: 'k2', key: Buffer.alloc(32, 2) }
const TEXT = '演示用户一 990000190001010016'

describe('sealing', () => {
  it('gives back what was sealed, shows nothing of it, and never the same twice', () => {
    const sealing = createSealing([one])
    const sealed = sealing.seal(TEXT, 'citizen-1')
    expect(sealing.open(sealed, 'citizen-1')).toBe(TEXT)
    expect(Buffer.from(sealed.slice(3), 'base64url').toString()).not.toMatch(/演示|9900/)
    expect(sealing.seal(TEXT, 'citizen-1')).not.toBe(sealed)
  })

  it('opens nothing that was changed, cut, or moved to somebody else', () => {
    const sealing = createSealing([one])
    const sealed = sealing.seal(TEXT, 'citizen-1')
    const [at, letter] = [10, sealed[10] === 'A' ? 'B' : 'A']
    for (const wrong of [sealed.slice(0, at) + letter + sealed.slice(at + 1), sealed.slice(0, -6), 'k1.', '', 'nonsense']) expect(sealing.open(wrong, 'citizen-1')).toBeNull()
    expect(sealing.open(sealed, 'citizen-2')).toBeNull()
  })

  it('a new key seals from now on while the old one still opens; a key that is gone opens nothing', () => {
    const old = createSealing([one]).seal(TEXT, 'c')
    const both = createSealing([two, one])
    expect(both.open(old, 'c')).toBe(TEXT)
    expect(both.seal(TEXT, 'c')).toMatch(/^k2\./)
    expect(createSealing([two]).open(old, 'c')).toBeNull()
  })

  it('a file is kept the same way: as bytes, for its context alone, by the first key', () => {
    const file = Buffer.from([0, 46, 255, 46, ...Buffer.from(TEXT)])
    const both = createSealing([two, one])
    const [old, sealed] = [createSealing([one]).sealBytes(file, 'photo-1'), both.sealBytes(file, 'photo-1')]
    expect([both.openBytes(old, 'photo-1'), both.openBytes(sealed, 'photo-1')]).toEqual([file, file])
    expect(sealed.subarray(0, 3).toString()).toBe('k2.')
    expect(sealed.includes(Buffer.from('演示'))).toBe(false)
    expect(sealed.length).toBe(file.length + 3 + 28)
    const bent = Buffer.from(sealed)
    bent[40]! ^= 1
    for (const wrong of [bent, sealed.subarray(0, -1), sealed.subarray(0, 20), Buffer.from('k2.'), Buffer.alloc(0), file]) expect(both.openBytes(wrong, 'photo-1')).toBeNull()
    expect(both.openBytes(sealed, 'photo-2')).toBeNull()
    expect(createSealing([two]).openBytes(old, 'photo-1')).toBeNull()
  })
})
