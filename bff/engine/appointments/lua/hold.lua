-- Holds places for a visit until a given instant.
-- KEYS 1 book of the day
-- ARGV 1 now ms  2 id  3 the line as JSON  4 rule as JSON  5 first minute  6 how many slots  7 owner  8 person  9 the person's book
--      10 masked name  11 items by commas  12 digest  13 hold ends ms  14 how far the clock may be off, ms
-- RETURNS ok, id, 'new' | ok, id, 'replay' | err, code
openBook(KEYS[1])
local now, id, line, rule, at, n = ARGV[1], ARGV[2], cjson.decode(ARGV[3]), cjson.decode(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6])
local before = call('HGET', appointmentKey(id), 'digest')
if before then
  if before ~= ARGV[12] then return fail('IDEMPOTENCY_KEY_REUSED') end
  return { 'ok', id, 'replay' }
end
if clockWrong(now, ARGV[14]) then return fail('CLOCK_WRONG') end
settle(line, now, rule)
local refusal = refusalOf(line, placesLeft(line), at, n)
if refusal then return fail(refusal) end
write(id, { 'owner', ARGV[7], 'person', ARGV[8], 'pkey', ARGV[9], 'name', ARGV[10], 'line', line.name, 'day', string.sub(BOOK, -8), 'at', at, 'n', n, 'len', line.len,
  'items', ARGV[11], 'state', 'held', 'until', ARGV[13], 'digest', ARGV[12], 'made', now, 'offer', '',
  'starts', line.start + at * 60000, 'ends', line.start + (at + n * line.len) * 60000, 'ticket', '' })
enter(id, line.name, at, n, line.len, ARGV[13])
event('type', 'hold', 'at', now, 'appointment', id, 'day', string.sub(BOOK, -8), 'line', line.name, 'minute', at, 'slots', n, 'until', ARGV[13], 'by', 'citizen')
return { 'ok', id, 'new' }
