-- Asks for a place on a full day.
-- KEYS 1 book of the day
-- ARGV 1 now ms  2 id  3 the line as JSON  4 rule as JSON  5 from minute  6 until minute  7 how many slots  8 owner  9 person  10 the person's book
--      11 masked name  12 items by commas  13 digest  14 how far the clock may be off, ms  15… under what else the person may be waiting
-- RETURNS ok, id, 'new' | ok, id, 'replay' | err, code
openBook(KEYS[1])
local now, id, line, rule, n = ARGV[1], ARGV[2], cjson.decode(ARGV[3]), cjson.decode(ARGV[4]), tonumber(ARGV[7])
local before = call('HGET', waitingKey(id), 'digest')
if before then
  if before ~= ARGV[13] then return fail('IDEMPOTENCY_KEY_REUSED') end
  return { 'ok', id, 'replay' }
end
if clockWrong(now, ARGV[14]) then return fail('CLOCK_WRONG') end
settle(line, now, rule)
if call('HEXISTS', BOOK .. ':asked', line.name .. ':' .. ARGV[10]) == 1 then return fail('ALREADY_WAITING') end
for i = 15, #ARGV do
  if call('HEXISTS', BOOK .. ':asked', line.name .. ':' .. ARGV[i]) == 1 then return fail('ALREADY_WAITING') end
end
local left = placesLeft(line)
for _, at in ipairs(line.slots) do
  local asked = at >= rule.earliest and at >= tonumber(ARGV[5]) and at + n * line.len <= tonumber(ARGV[6])
  if asked and not refusalOf(line, left, at, n) then return fail('PLACES_FREE') end
end
local order = call('HINCRBY', BOOK, 'asked', 1)
call('EXPIRE', BOOK, TTL)
call('HSET', waitingKey(id), 'owner', ARGV[8], 'person', ARGV[9], 'pkey', ARGV[10], 'name', ARGV[11], 'line', line.name, 'day', string.sub(BOOK, -8), 'from', ARGV[5],
  'until_', ARGV[6], 'n', n, 'items', ARGV[12], 'digest', ARGV[13], 'made', now, 'state', 'waiting', 'appointment', '', 'offers', 0, 'offerDay', 0,
  'prefix', string.match(id, '^[^.]+%.'))
call('EXPIRE', waitingKey(id), TTL)
call('ZADD', BOOK .. ':w:' .. line.name, order, id)
call('HSET', BOOK .. ':asked', line.name .. ':' .. ARGV[10], id)
mortal(':w:' .. line.name, ':asked')
event('type', 'wait', 'at', now, 'waiting', id, 'day', string.sub(BOOK, -8), 'line', line.name, 'by', 'citizen')
return { 'ok', id, 'new' }
