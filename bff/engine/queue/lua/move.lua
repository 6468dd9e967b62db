-- Moves a ticket along without placing it anywhere: recall, start, finish, miss, cancel.
-- KEYS 1 ticket
-- ARGV 1 now ms  2 ticket id  3 move  4 actor  5 who: citizen, clerk (own window only) or leader (any window)
--      6 idempotency key  7 digest  8 day ttl s  9 calls before missed
-- RETURNS ok, ticket id, 'new' | ok, ticket id, 'replay' | err, code [, name, value]
local now, id, move, actor, who = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]
local t = openTicket(KEYS[1], who == 'citizen' and actor or nil)
if not t then return fail('TICKET_NOT_FOUND') end
local again = replay(actor, ARGV[6], ARGV[7])
if again then return again end
local to = MOVES[move][t.state]
if who == 'clerk' and t.win ~= '' and call('HGET', windowsKey(), t.win .. ':a') ~= actor then return fail('NOT_YOUR_WINDOW') end
if not to then return fail('ILLEGAL_MOVE') end
if move == 'miss' and number(t.calls) < tonumber(ARGV[9]) then return fail('CALLS_REMAIN', 'calls', tonumber(ARGV[9]) - number(t.calls)) end

local changed = { 'state', to }
local function set(field, value)
  changed[#changed + 1] = field
  changed[#changed + 1] = value
end
if move == 'recall' then
  set('calls', number(t.calls) + 1)
  set('called', now)
elseif move == 'start' then
  set('started', now)
else
  set('ended', now)
  count(t, id, '-')
  if IN_LINE[t.state] then leave(t.line, t.name) end
  if t.state == 'missed' then call('SREM', DAY .. ':missed', id) end
  if t.state == 'called' or t.state == 'serving' then call('HSET', windowsKey(), t.win .. ':t', '') end
  if move == 'miss' then
    call('SADD', DAY .. ':missed', id)
    mortal(ARGV[8], ':missed')
  end
end
call('HSET', KEYS[1], unpack(changed))
remember(actor, ARGV[6], ARGV[7], id)
event('type', move, 'at', now, 'ticket', id, 'num', t.num, 'line', t.line, 'class', t.class, 'window', t.win, 'item', t.item,
  'by', who == 'citizen' and 'citizen' or actor)
return { 'ok', id, 'new' }
