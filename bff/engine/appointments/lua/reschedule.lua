-- Moves an appointment to other slots of its hall: the new are taken before the old are let go, or nothing changes.
-- KEYS 1 appointment
-- ARGV 1 now ms  2 owner  3 idempotency key  4 digest  5 old line as JSON  6 new line as JSON  7 old rule as JSON  8 new rule as JSON
--      9 new day yyyyMMdd  10 new first minute  11 how long before it may be moved ms  12 how far the clock may be off, ms
-- RETURNS ok, id, 'new' | ok, id, 'replay' | err, code [, name, value]
local now = ARGV[1]
local a = openAppointment(KEYS[1], ARGV[2])
if not a then return fail('APPOINTMENT_NOT_FOUND') end
local again = replay(a, ARGV[3], ARGV[4])
if again then return again end
if clockWrong(now, ARGV[12]) then return fail('CLOCK_WRONG') end
local old, new, at = cjson.decode(ARGV[5]), cjson.decode(ARGV[6]), tonumber(ARGV[10])
local oldBook, newBook = BOOK, HALL .. ':b:' .. ARGV[9]
settle(old, now, cjson.decode(ARGV[7]))
a.state = call('HGET', KEYS[1], 'state')
if a.state == 'lapsed' then return fail('HOLD_EXPIRED') end
if not MOVES.reschedule[a.state] then return fail('ILLEGAL_APPOINTMENT_MOVE') end
if a.state == 'booked' and tonumber(now) > number(a.starts) - tonumber(ARGV[11]) then return fail('CANCEL_TOO_LATE', 'hours', tonumber(ARGV[11]) / 3600000) end

BOOK = newBook
if newBook ~= oldBook then settle(new, now, cjson.decode(ARGV[8])) end
local n = math.ceil(number(a.n) * number(a.len) / new.len)
-- Its own places are no hindrance where old and new overlap.
local same = newBook == oldBook
if same then count(a.line, number(a.at), number(a.n), number(a.len), -1) end
local refusal = refusalOf(new, placesLeft(new), at, n)
if same then count(a.line, number(a.at), number(a.n), number(a.len), 1) end
if refusal then return fail(refusal) end

BOOK = oldBook
leave(a)
BOOK = newBook
write(a.id, { 'day', ARGV[9], 'at', at, 'n', n, 'len', new.len, 'starts', new.start + at * 60000, 'ends', new.start + (at + n * new.len) * 60000, 'k:' .. ARGV[3], ARGV[4] })
enter(a.id, a.line, at, n, new.len, a.state == 'held' and a['until'] or nil)
event('type', 'reschedule', 'at', now, 'appointment', a.id, 'from', a.day, 'day', ARGV[9], 'line', a.line, 'minute', at, 'slots', n, 'by', 'citizen')
BOOK = oldBook
settle(old, now, cjson.decode(ARGV[7]))
return { 'ok', a.id, 'new' }
