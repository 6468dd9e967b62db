import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { hallFile } from '../../../tests/support/halls'
import { ConfigFaults, type ConfigFault } from '../../platform/configFiles'
import { loadHalls, type HallFile } from './config'

const items = new Set(['residence-permit', 'unresolved-matter', 'social-insurance-enrolment'])
const systems = new Map([['hall-queue', { adapter: 'hall-queue' }], ['city-booking', { adapter: 'city-booking' }]])
let dir = ''
beforeEach(() => { dir = mkdtempSync(path.join(tmpdir(), 'halls-')) })
afterEach(() => rmSync(dir, { recursive: true }))

const write = (name: string, content: unknown): void => writeFileSync(path.join(dir, name), typeof content === 'string' ? content : JSON.stringify(content))
const faultsOf = (): readonly ConfigFault[] => {
  try {
    loadHalls(dir, items, systems)
  } catch (error) {
    if (error instanceof ConfigFaults) return error.faults
    throw error
  }
  return []
}
const withLines = (lines: { lineId: string; itemIds?: string[] }[], windows: HallFile['windows']): HallFile =>
  hallFile({ lines: lines.map((line) => ({ name: { zh: '业务', en: 'Line' }, ...line })), windows })

describe('a hall’s file', () => {
  test('may be short: the rest has the published defaults', () => {
    const { hallId, name, level, district, address, place } = hallFile()
    write('test.json', { hallId, name, level, district, address, place, lines: [{ lineId: 'A', name }], windows: [{ windowId: '5', lineIds: ['A'] }] })
    const office = [['09:00', '12:00'], ['13:00', '17:00']]
    expect(loadHalls(dir, items, systems)).toEqual([{
      hallId, name, level, district, address, place, demo: false, phone: null, closedDates: [], calendar: 'statutory',
      weeklyHours: [[], office, office, office, office, office, []],
      lines: [{ lineId: 'A', name, itemIds: [], capacity: 300, priorities: ['elder', 'disabled', 'pregnant', 'military', 'green-lane'], booking: null }],
      windows: [{ windowId: '5', name: { zh: '5号窗口', en: 'Window 5' }, lineIds: ['A'] }],
      policy: { weights: { ordinary: 3, priority: 2, appointment: 2 }, passLimit: 10 }, limits: { perLine: 1, perHall: 2, perDay: 8 },
      callsBeforeMissed: 3, returnMinutes: 30, returnBehind: 3, defersAllowed: 2, expireAfterClosingMinutes: 0, poster: 'place', radiusMetres: 500,
      systems: { queue: null, book: null },
    }])
  })

  test.each<[string, HallFile | Record<string, unknown>, string, RegExp]>([
    ['an item that is not in the catalogue', withLines([{ lineId: 'A', itemIds: ['nothing'] }], [{ windowId: '1', lineIds: ['A'] }]), 'lines.0.itemIds.0', /no item nothing/],
    ['an item in two lines', withLines([{ lineId: 'A', itemIds: ['residence-permit'] }, { lineId: 'B', itemIds: ['residence-permit'] }],
      [{ windowId: '1', lineIds: ['A', 'B'] }]), 'lines.1.itemIds.0', /line A already/],
    ['a line that no window serves', withLines([{ lineId: 'A' }, { lineId: 'B' }], [{ windowId: '1', lineIds: ['A'] }]), 'lines.1', /no window serves line B/],
    ['a letter used twice', withLines([{ lineId: 'A' }, { lineId: 'A' }], [{ windowId: '1', lineIds: ['A'] }]), 'lines.1.lineId', /letter A/],
    ['a window whose name does not hold its number', withLines([{ lineId: 'A' }], [{ windowId: '7', lineIds: ['A'], name: { zh: '综合窗口', en: 'Window 7' } }]), 'windows.0.name.zh', /number 7/],
    ['a window that serves a line which is not there', withLines([{ lineId: 'A' }], [{ windowId: '1', lineIds: ['A', 'X'] }]), 'windows.0.lineIds.1', /no line X/],
    ['a window that names a line twice', withLines([{ lineId: 'A' }], [{ windowId: '1', lineIds: ['A', 'A'] }]), 'windows.0.lineIds.1', /twice/],
    ['a window’s id used twice', withLines([{ lineId: 'A' }], [{ windowId: '1', lineIds: ['A'] }, { windowId: '1', lineIds: ['A'] }]), 'windows.1.windowId', /another window/],
    ['a window that serves nothing', withLines([{ lineId: 'A' }], [{ windowId: '1', lineIds: ['A'] }, { windowId: '2', lineIds: [] }]), 'windows.1.lineIds', /at least one/],
    ['latitude and longitude swapped', hallFile({ place: { lat: 23.13, lng: 23.13 } }), 'place', /outside the city/],
    ['hours that overlap', hallFile({ weeklyHours: [[['09:00', '12:00'], ['11:00', '17:00']], [], [], [], [], [], []] }), 'weeklyHours.0.1', /overlap/],
    ['hours that touch', hallFile({ weeklyHours: [[['09:00', '12:00'], ['12:00', '17:00']], [], [], [], [], [], []] }), 'weeklyHours.0.1', /touch/],
    ['hours that end before they begin', hallFile({ weeklyHours: [[], [['17:00', '09:00']], [], [], [], [], []] }), 'weeklyHours.1.0', /not after 17:00/],
    ['a time that is none', hallFile({ weeklyHours: [[], [], [['9:00', '12:00']], [], [], [], []] }), 'weeklyHours.2.0.0', /HH:mm/],
    ['a day that begins at 24:00', hallFile({ weeklyHours: [[], [], [['24:00', '24:00']], [], [], [], []] }), 'weeklyHours.2.0.0', /HH:mm/],
    ['six days', hallFile({ weeklyHours: [[], [], [], [], [], []] }), 'weeklyHours', /seven days/],
    ['a date that is none', hallFile({ closedDates: ['2026-02-30'] }), 'closedDates.0', /calendar/],
    ['a weight of nothing, which would starve', hallFile({ policy: { weights: { ordinary: 0 } } }), 'policy.weights.ordinary', />=1/],
    ['limits that contradict', hallFile({ limits: { perLine: 3, perHall: 2 } }), 'limits.perHall', /less/],
    ['a district of elsewhere', hallFile({ district: '440199' }), 'district', /no district/],
    ['a hallId too long for a scene', hallFile({ hallId: 'morethanten' }), 'hallId', /./],
    ['a queue system that is not there', hallFile({ systems: { queue: 'nowhere' } }), 'systems.queue', /no outside system nowhere/],
    ['a queue system of another kind', hallFile({ systems: { queue: 'city-booking' } }), 'systems.queue', /city-booking, which is no hall-queue/],
    ['a book of another kind', hallFile({ systems: { book: 'hall-queue' } }), 'systems.book', /hall-queue, which is no city-booking/],
    ['a system for what no system does', hallFile({ systems: { tea: 'hall-queue' } as never }), 'systems', /tea/],
    ['a field it does not know', { ...hallFile(), radiusMeters: 300 }, '', /radiusMeters/],
  ])('is refused for %s', (_, file, at, problem) => {
    write(`${String(file.hallId)}.json`, file)
    expect(faultsOf()).toEqual([{ file: `${String(file.hallId)}.json`, path: at, problem: expect.stringMatching(problem) as string }])
  })
})

describe('the loader', () => {
  test('lists every fault of every file in one error, beside a misspelt field too', () => {
    write('one.json', {
      ...hallFile({ hallId: 'one', place: { lat: 1, lng: 1 } }),
      lines: [{ lineId: 'A', itemIds: ['nothing'], capacity: 'many' }], windows: [{ windowId: '1', lineIds: ['Q'] }],
    })
    write('two.json', '{ "hallId": ')
    write('three.json', hallFile({ hallId: 'four' }))
    write('four.json', hallFile({ hallId: 'four' }))
    expect(faultsOf().map(({ file, path: at }) => `${file} ${at}`).sort()).toEqual([
      'one.json lines.0', 'one.json lines.0.capacity', 'one.json lines.0.itemIds.0', 'one.json lines.0.name', 'one.json place', 'one.json windows.0.lineIds.0',
      'three.json hallId', 'two.json ',
    ])
    expect(() => loadHalls(dir, items, systems)).toThrow(/one\.json: place: lies outside the city[^]*three\.json: hallId: is four, so the file must be named four\.json/)
  })

  test('says so when there is no folder, or no hall in it', () => {
    expect(faultsOf()).toEqual([{ file: dir, path: '', problem: expect.stringMatching(/holds no hall/) as string }])
    expect(() => loadHalls(path.join(dir, 'nowhere'), items, systems)).toThrow(/nowhere: cannot be read/)
  })
})
