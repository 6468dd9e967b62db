-- Moves an appointment along without giving it another slot: confirm, cancel, arrive.
-- KEYS 1 appointment
-- ARGV 1 now ms  2 move  3 owner, or '' for staff  4 idempotency key  5 digest  6 the line as JSON  7 rule as JSON
--      8 cancel: how long before ms  9 arrive: earliest before ms  10 arrive: latest after ms, or '' for any  11 how far the clock may be off, ms
-- RETURNS ok, id, 'new' | ok, id, 'replay' | err, code [, name, value]
local now, move = ARGV[1], ARGV[2]
local a = openAppointment(KEYS[1], ARGV[3] ~= '' and ARGV[3] or nil)
if not a then return fail('APPOINTMENT_NOT_FOUND') end
local again = replay(a, ARGV[4], ARGV[5])
if again then return again end
if clockWrong(now, ARGV[11]) then return fail('CLOCK_WRONG') end
local line, rule = cjson.decode(ARGV[6]), cjson.decode(ARGV[7])
settle(line, now, rule)
a.state = call('HGET', KEYS[1], 'state')
if a.state == 'lapsed' and move == 'confirm' then return fail('HOLD_EXPIRED') end
local to = MOVES[move][a.state]
if not to then return fail('ILLEGAL_APPOINTMENT_MOVE') end
local starts, changed = number(a.starts), { 'state', to, 'k:' .. ARGV[4], ARGV[5] }
if move == 'confirm' then
  call('ZREM', BOOK .. ':due:' .. a.line, a.id)
  changed[#changed + 1], changed[#changed + 2] = 'until', ''
  if a.offer ~= '' then endWaiting(a.offer, a.line, a.pkey) end
elseif move == 'arrive' then
  if tonumber(now) < starts - tonumber(ARGV[9]) then return fail('CHECK_IN_EARLY', 'minutes', tonumber(ARGV[9]) / 60000) end
  if tonumber(now) > starts + tonumber(ARGV[10]) then changed[#changed + 1], changed[#changed + 2] = 'late', '1' end
elseif a.state == 'booked' and tonumber(now) > starts - tonumber(ARGV[8]) then
  return fail('CANCEL_TOO_LATE', 'hours', tonumber(ARGV[8]) / 3600000)
end
call('HSET', KEYS[1], unpack(changed))
event('type', move, 'at', now, 'appointment', a.id, 'day', a.day, 'line', a.line, 'by', ARGV[3] ~= '' and 'citizen' or 'staff')
if move == 'cancel' then
  leave(a)
  -- Who declines an offer wants none: one tap ends the waiting.
  if a.offer ~= '' and a.state == 'held' then endWaiting(a.offer, a.line, a.pkey) end
  settle(line, now, rule)
end
return { 'ok', a.id, 'new' }
