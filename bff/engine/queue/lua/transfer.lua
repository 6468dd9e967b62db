-- Sends a ticket from a window to another line, where it stands as if it had waited there from the start.
-- KEYS 1 ticket
-- ARGV 1 now ms  2 ticket id  3 new line  4 account  5 who: clerk or leader  6 idempotency key  7 digest  8 day ttl s
--      9 cost of its class  10 pass limit
-- RETURNS ok, ticket id, 'new' | ok, ticket id, 'replay' | err, code
local now, id, line, account, ttl = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[8]
local t = openTicket(KEYS[1])
if not t then return fail('TICKET_NOT_FOUND') end
local again = replay(account, ARGV[6], ARGV[7])
if again then return again end
local to = MOVES.transfer[t.state]
if ARGV[5] == 'clerk' and t.win ~= '' and call('HGET', windowsKey(), t.win .. ':a') ~= account then return fail('NOT_YOUR_WINDOW') end
if not to then return fail('ILLEGAL_MOVE') end
if line == t.line then return fail('SAME_LINE') end

-- Deferring and coming back change its place, not since when it waits.
local arrival = t.arr or t.seq
local name = member(tonumber(arrival), id)
-- Ahead of the first ordinary ticket there that arrived later; else as a newcomer of its class.
local later = call('ZRANGEBYSCORE', arrivalKey(line), '(' .. arrival, '+inf', 'LIMIT', 0, 1)[1]
local tag
if later then
  local rank, at = call('ZRANK', orderKey(line), later), tonumber(call('ZSCORE', orderKey(line), later))
  tag = rank == 0 and at - 1 or between(scoreAt(line, rank - 1), at)
end
if not tag or t.class ~= 'ordinary' then
  local s = call('HMGET', DAY, line .. ':v', line .. ':f:' .. t.class, line .. ':f:ordinary', line .. ':ring')
  local fair, changed = newcomer(line, t.class, tonumber(ARGV[9]), tonumber(ARGV[10]), s, tonumber(arrival))
  if not tag or fair < tag then
    tag = fair
    call('HSET', DAY, unpack(changed))
  end
end
call('HSET', KEYS[1], 'state', to, 'line', line, 'seq', arrival, 'win', '', 'calls', 0)
call('HDEL', KEYS[1], 'called', 'started', 'clerk', 'shown')
call('HSET', windowsKey(), t.win .. ':t', '')
enter(line, name, tag, t.class == 'ordinary' and arrival or nil, ttl)
noteJump(line, tag, 'transferred', name, ttl)
count(t, id, line)
remember(account, ARGV[6], ARGV[7], id)
event('type', 'transfer', 'at', now, 'ticket', id, 'num', t.num, 'from', t.line, 'line', line, 'class', t.class, 'window', t.win, 'seq', arrival, 'tag', exact(tag), 'by', account)
return { 'ok', id, 'new' }
