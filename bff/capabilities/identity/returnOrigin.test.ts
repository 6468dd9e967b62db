import { returnOrigin } from './returnOrigin'

const origins = { publicUrl: 'https://halls.example/', allowedOrigins: ['http://192.168.1.20:8100'] }

describe('where a sign-in comes back to', () => {
  it('is the caller’s page when we know it', () => {
    expect(returnOrigin('http://192.168.1.20:8100', origins)).toBe('http://192.168.1.20:8100')
    expect(returnOrigin('https://halls.example', origins)).toBe('https://halls.example')
  })

  it.each(['', 'null', 'https://other.example', 'https://halls.example.other.example', 'http://192.168.1.20:81'])('is ours for %p', (origin) => {
    expect(returnOrigin(origin, origins)).toBe('https://halls.example')
  })
})
