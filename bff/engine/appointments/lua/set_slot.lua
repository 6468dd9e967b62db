-- Closes a slot to new bookings or opens it again. Those booked keep their places.
-- KEYS 1 book of the day
-- ARGV 1 now ms  2 the line as JSON  3 rule as JSON  4 minute  5 closed 1|0  6 account
-- RETURNS ok | err, code
openBook(KEYS[1])
local line = cjson.decode(ARGV[2])
if not placesLeft(line)[tonumber(ARGV[4])] then return fail('SLOT_NOT_FOUND') end
local field = line.name .. ':' .. ARGV[4] .. ':x'
if call('HEXISTS', BOOK, field) == tonumber(ARGV[5]) then return { 'ok' } end
if call('HSETNX', BOOK, 'born', '1') == 1 then call('EXPIRE', BOOK, TTL) end
if ARGV[5] == '1' then call('HSET', BOOK, field, '1') else call('HDEL', BOOK, field) end
event('type', 'slot', 'at', ARGV[1], 'day', string.sub(BOOK, -8), 'line', line.name, 'minute', ARGV[4], 'closed', ARGV[5], 'by', ARGV[6])
settle(line, ARGV[1], cjson.decode(ARGV[3]))
return { 'ok' }
