import Koa from 'koa'
import type { Server } from 'node:http'
import request from 'supertest'
import { redirectScanLinks } from './scanLink'

const app = new Koa()
app.use(redirectScanLinks)
app.use((ctx) => { ctx.body = 'next' })
let server: Server
beforeAll((done) => { server = app.listen(0, '127.0.0.1', () => done()) })
afterAll((done) => { server.close(() => done()) })

test('the link in a hall’s code opens the page that reads it, and is never kept by a cache', async () => {
  const answer = await request(server).get('/s/rtianhe.zx81k2.Ab3-Ef6_Ij9l').expect(302)
  expect(answer.headers).toMatchObject({ location: '/pages/scan/index?c=rtianhe.zx81k2.Ab3-Ef6_Ij9l', 'cache-control': 'no-store' })
})

test('the code on a window, where visits are rated, goes there too', async () => {
  expect((await request(server).get('/s/w.tianhe.5').expect(302)).headers.location).toBe('/pages/scan/index?c=w.tianhe.5')
})

test.each([
  ['/s/%3Cscript%3E', '/pages/scan/index?c=%253Cscript%253E'],
  ['/s/a&next=https:%2F%2Felsewhere.example', '/pages/scan/index?c=a%26next%3Dhttps%3A%252F%252Felsewhere.exa'],
  [`/s/${'x'.repeat(500)}`, `/pages/scan/index?c=${'x'.repeat(32)}`],
  ['/s/%', '/pages/scan/index?c=%25'],
])('what is no code, %s, goes to that page too and nowhere else', async (path, location) => {
  const answer = await request(server).get(path).expect(302)
  expect(answer.headers.location).toBe(location)
})

test.each(['/s/', '/s', '/s/a/b', '/static/x'])('%s is no such link', async (path) => {
  const answer = await request(server).get(path).expect(200)
  expect(answer.text).toBe('next')
})

test('only reading follows the link', async () => {
  expect((await request(server).post('/s/abc').expect(200)).text).toBe('next')
  await request(server).head('/s/abc').expect(302)
})
