-- Calls the next ticket to a window: of the window's lines the one with the longest wait, of that line the first in order.
-- KEYS 1 day
-- ARGV 1 now ms  2 window  3 account  4 idempotency key  5 digest  6 day ttl s  7 pace slot  8… the window's lines
-- RETURNS ok, ticket id, 'new' | ok, ticket id, 'replay' | err, code
local BREAK_MS = 900000
openDay(KEYS[1])
local now, window, account, ttl = ARGV[1], ARGV[2], ARGV[3], ARGV[6]
local again = replay(account, ARGV[4], ARGV[5])
if again then return again end

local w = call('HMGET', windowsKey(), window .. ':s', window .. ':a', window .. ':t')
if w[1] ~= 'open' then return fail('WINDOW_NOT_OPEN') end
if w[2] ~= account then return fail('WINDOW_TAKEN') end
if w[3] and w[3] ~= '' then return fail('WINDOW_BUSY') end
if call('HGET', DAY, 'paused') then return fail('HALL_PAUSED') end

local line, longest
for i = 8, #ARGV do
  local first = call('ZRANGE', orderKey(ARGV[i]), 0, 0)[1]
  if first and not call('HGET', DAY, ARGV[i] .. ':paused') then
    local ordinary = call('ZRANGE', arrivalKey(ARGV[i]), 0, 0)[1]
    local arrival = tonumber(string.sub(first, 1, 7))
    if ordinary then arrival = math.min(arrival, tonumber(string.sub(ordinary, 1, 7))) end
    if not longest or arrival < longest then line, longest = ARGV[i], arrival end
  end
end
if not line then return fail('NOBODY_WAITING') end

local head = call('ZRANGE', orderKey(line), 0, 0, 'WITHSCORES')
local id = idOf(head[1])
leave(line, head[1])
local s = call('HMGET', DAY, line .. ':v', line .. ':first', line .. ':last')
-- After a break the pace is learned anew: closed time is not working time.
local first = s[3] and tonumber(now) - tonumber(s[3]) < BREAK_MS and s[2] or now
call('HSET', DAY, line .. ':v', exact(math.max(number(s[1]), math.floor(tonumber(head[2])))), line .. ':first', first, line .. ':last', now)
local t = call('HMGET', ticketKey(id), 'state', 'num', 'class', 'at')
call('HSET', ticketKey(id), 'state', MOVES.call[t[1]], 'win', window, 'clerk', account, 'called', now, 'calls', 1)
call('HSET', windowsKey(), window .. ':t', id)
call('HINCRBY', DAY .. ':pace', line .. ':' .. ARGV[7], 1)
mortal(ttl, ':pace')
remember(account, ARGV[4], ARGV[5], id)
event('type', 'call', 'at', now, 'ticket', id, 'num', t[2], 'line', line, 'class', t[3], 'window', window, 'taken', t[4], 'by', account)
return { 'ok', id, 'new' }
