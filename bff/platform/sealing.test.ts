import { cipherNames, sm4Gcm } from './ciphers'
import { createSealing } from './sealing'

const one = { id: 'k1', key: Buffer.alloc(32, 1) }
const two = { id: 'k2', key: Buffer.alloc(32, 2) }
const TEXT = '演示用户一 990000190001010016'

describe.each(cipherNames)('sealing by %s', (by) => {
  const create = (keys: Parameters<typeof createSealing>[0]) => createSealing(keys, by)
  const label = (id: string) => (by === 'sm4-gcm' ? `${id}:sm4.` : `${id}.`)

  it('gives back what was sealed, shows nothing of it, and never the same twice', () => {
    const sealing = create([one])
    const sealed = sealing.seal(TEXT, 'citizen-1')
    expect(sealing.open(sealed, 'citizen-1')).toBe(TEXT)
    expect(Buffer.from(sealed.slice(label('k1').length), 'base64url').toString()).not.toMatch(/演示|9900/)
    expect(sealing.seal(TEXT, 'citizen-1')).not.toBe(sealed)
  })

  it('opens nothing that was changed, cut, or moved to somebody else', () => {
    const sealing = create([one])
    const sealed = sealing.seal(TEXT, 'citizen-1')
    // In the nonce, in the tag, in the text.
    const bent = [10, 40, sealed.length - 2].map((at) => sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1))
    for (const wrong of [...bent, sealed.slice(0, -6), label('k1'), '', 'nonsense']) expect(sealing.open(wrong, 'citizen-1')).toBeNull()
    expect(sealing.open(sealed, 'citizen-2')).toBeNull()
  })

  it('a new key seals from now on while the old one still opens; a key that is gone opens nothing', () => {
    const old = create([one]).seal(TEXT, 'c')
    const both = create([two, one])
    expect(both.open(old, 'c')).toBe(TEXT)
    expect(both.seal(TEXT, 'c').startsWith(label('k2'))).toBe(true)
    expect(create([two]).open(old, 'c')).toBeNull()
  })

  it('a file is kept the same way: as bytes, for its context alone, by the first key', () => {
    const file = Buffer.from([0, 46, 255, 46, ...Buffer.from(TEXT)])
    const both = create([two, one])
    const [old, sealed] = [create([one]).sealBytes(file, 'photo-1'), both.sealBytes(file, 'photo-1')]
    expect([both.openBytes(old, 'photo-1'), both.openBytes(sealed, 'photo-1')]).toEqual([file, file])
    expect(sealed.subarray(0, label('k2').length).toString()).toBe(label('k2'))
    expect(sealed.includes(Buffer.from('演示'))).toBe(false)
    expect(sealed.length).toBe(file.length + label('k2').length + 28)
    const bent = Buffer.from(sealed)
    bent[40]! ^= 1
    for (const wrong of [bent, sealed.subarray(0, -1), sealed.subarray(0, 20), Buffer.from(label('k2')), Buffer.alloc(0), file]) expect(both.openBytes(wrong, 'photo-1')).toBeNull()
    expect(both.openBytes(sealed, 'photo-2')).toBeNull()
    expect(create([two]).openBytes(old, 'photo-1')).toBeNull()
  })
})

describe('sealing by one cipher after the other', () => {
  const [aes, sm4] = [createSealing([one]), createSealing([one], 'sm4-gcm')]

  it('opens what either has sealed, texts and files, as long as the key is there', () => {
    for (const [sealer, opener] of [[aes, sm4], [sm4, aes]] as const) {
      expect(opener.open(sealer.seal(TEXT, 'c'), 'c')).toBe(TEXT)
      expect(opener.openBytes(sealer.sealBytes(Buffer.from(TEXT), 'c'), 'c')?.toString()).toBe(TEXT)
      expect(createSealing([two]).open(sealer.seal(TEXT, 'c'), 'c')).toBeNull()
    }
  })

  it('opens nothing under the other’s name, nor with the key of the same id that is another', () => {
    const [byAes, bySm4] = [aes.seal(TEXT, 'c'), sm4.seal(TEXT, 'c')]
    expect([sm4.open(byAes.replace('k1.', 'k1:sm4.'), 'c'), aes.open(bySm4.replace('k1:sm4.', 'k1.'), 'c')]).toEqual([null, null])
    const another = createSealing([{ id: 'k1', key: Buffer.alloc(32, 9) }], 'sm4-gcm')
    expect([another.open(byAes, 'c'), another.open(bySm4, 'c')]).toEqual([null, null])
  })

  it('still opens what was sealed before there were two', () => {
    expect(sm4.open('k1.ilG8PNVJoWhFaK9Gtxo4BXwxNAcvhXzXUN0VWBbkRWLoOiZJ5oLVJhbaEet-LOWnCzWmH8b419iYXjFP4BA', 'c')).toBe(TEXT)
  })
})

describe('SM4-GCM', () => {
  const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex')
  const [key, nonce, associated] = [hex('0123456789ABCDEFFEDCBA9876543210'), hex('00001234567800000000ABCD'), hex('FEEDFACEDEADBEEFFEEDFACEDEADBEEFABADDAD2')]
  const plain = hex(['AA', 'BB', 'CC', 'DD', 'EE', 'FF', 'EE', 'AA'].map((byte) => byte.repeat(8)).join(''))
  const body = hex('17F399F08C67D5EE19D0DC9969C4BB7D 5FD46FD3756489069157B282BB200735 D82710CA5C22F0CCFA7CBF93D496AC15 A56834CBCF98C397B4024A2691233B8D')
  const tag = hex('83DE3541E4C2B58177E065A9BF7B62EC')

  it('is that of RFC 8998, appendix A.1', () => {
    expect(sm4Gcm(key).encrypt(plain, nonce, associated)).toEqual({ body, tag })
    expect(sm4Gcm(key).decrypt(body, tag, nonce, associated)).toEqual(plain)
  })

  it('gives nothing without the whole tag', () => {
    for (const wrong of [Buffer.alloc(0), tag.subarray(0, 15), Buffer.alloc(16)]) expect(() => sm4Gcm(key).decrypt(body, wrong, nonce, associated)).toThrow()
  })
})
