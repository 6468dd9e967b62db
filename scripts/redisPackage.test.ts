import { access, chmod, mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { useFolder } from '../tests/support/folder'
import { dependencies, unpackRedis } from './redisPackage.mjs'

/** The programs of a distribution in small. It knows its packages once lists were fetched; Redis runs beside its library only. */
const APT_CACHE = `
case "$*" in *Dir::State::lists=*) [ -e "$FAKE/fetched" ] || exit 100 ;; *) [ -e "$FAKE/system-lists" ] || exit 100 ;; esac
case "$*" in
  *" show "*|"show "*) echo "Package: redis-server" ;;
  *redis-tools*) echo redis-tools; echo "  Depends: libneeded1"; echo "  Depends: libthere1" ;;
esac`
const APT_GET = `
case "$*" in
  *update) touch "$FAKE/fetched" ;;
  *download*) for word in "$@"; do case $word in redis-*|lib*) touch "$word.deb" ;; esac; done ;;
esac`
const DPKG = `
case "$2" in
  */redis-server.deb) mkdir -p "$3/usr/bin"; cp "$FAKE/redis-server" "$3/usr/bin/" ;;
  */libneeded1.deb) mkdir -p "$3/usr/lib"; touch "$3/usr/lib/libneeded.so.1" ;;
esac`
const DPKG_QUERY = 'case "$*" in *libthere1*) echo installed ;; *) echo "no packages found" >&2; exit 1 ;; esac'
const REDIS = '[ -e "$(dirname "$0")/../lib/libneeded.so.1" ] || exit 127; echo "Redis server v=7.0.15 sha=0"'

describe('the distribution’s Redis', () => {
  const folder = useFolder()
  let made = 0
  const distribution = async (redis = REDIS) => {
    const at = path.join(folder(), String(made += 1))
    await mkdir(path.join(at, 'bin'), { recursive: true })
    const programs = { 'bin/apt-cache': APT_CACHE, 'bin/apt-get': APT_GET, 'bin/dpkg': DPKG, 'bin/dpkg-query': DPKG_QUERY, 'redis-server': redis }
    for (const [name, script] of Object.entries(programs)) {
      await writeFile(path.join(at, name), `#!/bin/sh\n${script}\n`)
      await chmod(path.join(at, name), 0o755)
    }
    return { at, unpacked: path.join(at, 'cache/redis'), env: { PATH: `${path.join(at, 'bin')}:/usr/bin:/bin`, FAKE: at } }
  }
  const unpack = ({ unpacked, env }: Awaited<ReturnType<typeof distribution>>) => unpackRedis(unpacked, env, () => undefined)
  const isThere = (file: string) => access(file).then(() => true, () => false)

  it.each(['a system with lists', 'a system without any'])('comes with the libraries that are missing, on %s', async (system) => {
    const fake = await distribution()
    if (system === 'a system with lists') await writeFile(path.join(fake.at, 'system-lists'), '')
    expect(await unpack(fake)).toMatchObject({ command: path.join(fake.unpacked, 'root/usr/bin/redis-server'), version: '7.0.15' })
    expect(await isThere(path.join(fake.at, 'fetched'))).toBe(system === 'a system without any')
    expect(await isThere(path.join(fake.unpacked, 'lists'))).toBe(false)
  })

  it('is not kept when it does not run', async () => {
    const fake = await distribution('exit 127')
    expect(await unpack(fake)).toBeUndefined()
    expect(await isThere(fake.unpacked)).toBe(false)
  })

  it('is fetched anew when the one that was kept does not run', async () => {
    const fake = await distribution()
    const kept = path.join(fake.unpacked, 'root/usr/bin/redis-server')
    await mkdir(path.dirname(kept), { recursive: true })
    await writeFile(kept, '#!/bin/sh\nexit 127\n')
    await chmod(kept, 0o755)
    expect(await unpack(fake)).toMatchObject({ version: '7.0.15' })
  })

  it('reads which libraries a package needs, with their alternatives', () => {
    const output = ['redis-tools', '  Depends: adduser', '  Depends: libc6', ' |Depends: libsystemd0', '  Depends: libelogind0', '  Depends: <libvirtual>',
      '  PreDepends: libssl3', '  Suggests: libnot', '  Depends: lua-cjson'].join('\n')
    expect(dependencies(output)).toEqual([['libc6'], ['libsystemd0', 'libelogind0'], ['libssl3'], ['lua-cjson']])
  })
})
