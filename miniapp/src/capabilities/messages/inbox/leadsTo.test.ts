import { leadsTo } from './leadsTo'

it.each([
  ['ticket?id=tianhe.0h3k', { page: 'ticket', params: { id: 'tianhe.0h3k' } }],
  ['case?no=123&person=p1', { page: 'case', params: { no: '123', person: 'p1' } }],
  ['case?ticket=tianhe.0h3k', { page: 'case', params: { ticket: 'tianhe.0h3k' } }],
  ['rate?id=a%2Eb', { page: 'rate', params: { id: 'a.b' } }],
  ['waiting', { page: 'waiting', params: {} }],
  ['waiting?id=1', { page: 'waiting', params: {} }],
])('%s leads to its page, with the parameters that page takes', (page, to) => {
  expect(leadsTo(page)).toEqual(to)
})

it.each([
  null, '', 'ticket', 'ticket?id=', 'ticket?other=1', 'console', 'sign-in?next=x', 'nowhere?id=1',
  '/pages/ticket/index?id=1', 'https://evil.example/', 'constructor', '__proto__', 'ticket?id=%E0%A4%A', 'ticket\n?id=1',
])('%p leads nowhere', (page) => {
  expect(leadsTo(page)).toBeNull()
})
