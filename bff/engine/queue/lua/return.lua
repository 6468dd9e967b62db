-- “I'm back”: a missed ticket stands behind the next few again, once, and behind those who came back before it.
-- KEYS 1 ticket
-- ARGV 1 now ms  2 ticket id  3 owner  4 idempotency key  5 digest  6 day ttl s  7 return minutes  8 behind how many  9 limit per line
--      10 limit per hall
-- RETURNS ok, ticket id, 'new' | ok, ticket id, 'replay' | err, code [, name, value]
local now, id, owner, ttl, behind = ARGV[1], ARGV[2], ARGV[3], ARGV[6], tonumber(ARGV[8])
local t = openTicket(KEYS[1], owner)
if not t then return fail('TICKET_NOT_FOUND') end
local again = replay(owner, ARGV[4], ARGV[5])
if again then return again end
local to = MOVES['return'][t.state]
if not to then return fail('ILLEGAL_MOVE') end
if t.returned then return fail('RETURN_USED') end
if tonumber(now) - tonumber(t.ended) > tonumber(ARGV[7]) * 60000 then return fail('RETURN_TOO_LATE', 'minutes', ARGV[7]) end
local inLine, inHall = counted(owner, t.line)
if inLine >= tonumber(ARGV[9]) then return fail('LIMIT_LINE') end
if inHall >= tonumber(ARGV[10]) then return fail('LIMIT_HALL') end

local line = t.line
local tag = behind > 0 and scoreAt(line, behind - 1)
if behind == 0 then
  -- Ahead of everybody; tags may tie with the virtual time, so that would not do.
  tag = (scoreAt(line, 0) or 0) - 1
elseif tag then
  local returned = call('HGET', DAY, line .. ':returned')
  local before = number(returned and call('ZSCORE', orderKey(line), returned))
  local low = math.max(tag, before)
  local high = low == tag and scoreAt(line, behind) or call('ZRANGEBYSCORE', orderKey(line), '(' .. exact(low), '+inf', 'WITHSCORES', 'LIMIT', 0, 1)[2]
  tag = between(low, high and tonumber(high))
else
  tag = between(math.max(number(call('HGET', DAY, line .. ':v')), scoreAt(line, -1) or 0))
end
local seq = call('HINCRBY', DAY, 'seq', 1)
local name = member(seq, id)
call('HSET', DAY, line .. ':returned', name)
local ahead = enter(line, name, tag, nil, ttl)
call('HSET', KEYS[1], 'state', to, 'shown', ahead, 'returned', 1, 'seq', seq, 'arr', t.arr or t.seq, 'win', '', 'calls', 0)
call('HDEL', KEYS[1], 'ended', 'called', 'clerk')
call('SREM', DAY .. ':missed', id)
noteJump(line, tag, 'returned', name, ttl)
count(t, id, line)
remember(owner, ARGV[4], ARGV[5], id)
event('type', 'return', 'at', now, 'ticket', id, 'num', t.num, 'line', line, 'class', t.class, 'seq', seq, 'tag', exact(tag), 'by', 'citizen')
return { 'ok', id, 'new' }
