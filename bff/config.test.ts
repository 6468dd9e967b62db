import { readFileSync } from 'node:fs'
import path from 'node:path'
import { demoSettings, readConfig } from './config'

const required = { REDIS_URL: 'redis://127.0.0.1:6379', APP_SECRET: 'x'.repeat(32) }

describe('the settings', () => {
  it('have defaults for all but Redis and the secret', () => {
    expect(readConfig(required)).toMatchObject({ PORT: 8100, NODE_ENV: 'production', RATE_LIMITS: true, TRUST_PROXY: false, ALLOWED_ORIGINS: [] })
  })

  it('name every fault at once', () => {
    const read = () => readConfig({ PORT: 'eighty', APP_SECRET: 'short', PUBLIC_URL: 'localhost', LOG_LEVEL: 'loud' })
    for (const name of ['PORT', 'APP_SECRET', 'PUBLIC_URL', 'LOG_LEVEL', 'REDIS_URL']) expect(read).toThrow(new RegExp(`  ${name}: `))
  })

  it('take an empty setting for one not given, and read lists and switches', () => {
    expect(readConfig({ ...required, PORT: '', ALLOWED_ORIGINS: 'http://a,http://b', RATE_LIMITS: 'false' }))
      .toMatchObject({ PORT: 8100, ALLOWED_ORIGINS: ['http://a', 'http://b'], RATE_LIMITS: false })
  })

  it('of a role are one number for all, or a number each, and say when they are neither', () => {
    const idle = (STAFF_IDLE_MINUTES: string) => readConfig({ ...required, STAFF_IDLE_MINUTES }).STAFF_IDLE_MINUTES
    expect(idle('')).toEqual({ clerk: 60, supervisor: 30, operator: 15 })
    expect(idle('45')).toEqual({ clerk: 45, supervisor: 45, operator: 45 })
    expect(idle('operator=5, clerk = 720')).toEqual({ clerk: 720, supervisor: 30, operator: 5 })
    for (const wrong of ['4', '721', 'clerk=4', 'clerk=10,clerk=20', 'boss=20', 'clerk', 'clerk=1e2', 'clerk=20=30', '20,30', '-5', '7.5']) expect(() => idle(wrong)).toThrow('  STAFF_IDLE_MINUTES: must be')
    expect(readConfig({ ...required, STAFF_SESSION_HOURS: 'operator=2' }).STAFF_SESSION_HOURS).toEqual({ clerk: 10, supervisor: 10, operator: 2 })
    expect(() => readConfig({ ...required, STAFF_SESSION_HOURS: '25' })).toThrow('STAFF_SESSION_HOURS')
  })

  it('ask a second factor of every role, of some, or of none', () => {
    const roles = (STAFF_SECOND_FACTOR: string) => [...readConfig({ ...required, STAFF_SECOND_FACTOR }).STAFF_SECOND_FACTOR].sort()
    expect([roles(''), roles('none'), roles('operator, supervisor')]).toEqual([['clerk', 'operator', 'supervisor'], [], ['operator', 'supervisor']])
    for (const wrong of ['boss', 'operator,', 'none,clerk', 'all']) expect(() => roles(wrong)).toThrow('STAFF_SECOND_FACTOR')
  })

  it('are all explained in docs/operating.md', () => {
    const text = readFileSync(path.join(__dirname, '../docs/operating.md'), 'utf8')
    for (const name of Object.keys(readConfig(required))) expect(text).toContain(`\`${name}\``)
  })
})

describe('settings left as the demonstration has them', () => {
  it('are named, the keys of outside systems among them, until they are others', () => {
    expect(demoSettings(readConfig(required))).toEqual(expect.arrayContaining(['PUBLIC_URL', 'SYSTEMS_URL', 'SYSTEM_KEYS']))
    expect(demoSettings(readConfig({ ...required, SYSTEMS_URL: 'https://systems.example', SYSTEM_KEYS: '*=another,one-window=a=b' }))).not.toEqual(expect.arrayContaining(['SYSTEM_KEYS']))
    expect(demoSettings(readConfig({ ...required, SYSTEM_KEYS: 'one-window=other,*=demo-key' }))).toContain('SYSTEM_KEYS')
    expect([demoSettings(readConfig(required)), demoSettings(readConfig({ ...required, STAFF_SECOND_FACTOR: 'none' }))].map((names) => names.includes('STAFF_SECOND_FACTOR'))).toEqual([false, true])
  })

  it('a key that seals data is 32 bytes and does not take the name of the derived one', () => {
    const key = '0f'.repeat(32)
    expect([...readConfig({ ...required, DATA_KEYS: `k2=${key},k1=${key}` }).DATA_KEYS.keys()]).toEqual(['k2', 'k1'])
    for (const wrong of [`0=${key}`, `k1=${key},0=${key}`, 'k1=short', key]) expect(() => readConfig({ ...required, DATA_KEYS: wrong })).toThrow('DATA_KEYS')
  })
})
