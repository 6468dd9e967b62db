-- “I'll be late”: lets the next few go first.
-- KEYS 1 ticket
-- ARGV 1 now ms  2 ticket id  3 owner  4 idempotency key  5 digest  6 day ttl s  7 how many go first  8 how often it may be done
-- RETURNS ok, ticket id, 'new' | ok, ticket id, 'replay' | err, code
local now, id, owner, ttl = ARGV[1], ARGV[2], ARGV[3], ARGV[6]
local t = openTicket(KEYS[1], owner)
if not t then return fail('TICKET_NOT_FOUND') end
local again = replay(owner, ARGV[4], ARGV[5])
if again then return again end
local to = MOVES.defer[t.state]
if not to then return fail('ILLEGAL_MOVE') end
if number(t.defers) >= tonumber(ARGV[8]) then return fail('DEFER_USED') end
local line = t.line
local rank = call('ZRANK', orderKey(line), t.name)
local last = call('ZCARD', orderKey(line)) - 1
if rank == last then return fail('NOBODY_BEHIND') end

local target = math.min(rank + tonumber(ARGV[7]), last)
local tag = between(scoreAt(line, target), scoreAt(line, target + 1))
local seq = call('HINCRBY', DAY, 'seq', 1)
local name = member(seq, id)
leave(line, t.name)
local ahead = enter(line, name, tag, nil, ttl)
call('HSET', KEYS[1], 'state', to, 'seq', seq, 'arr', t.arr or t.seq, 'defers', number(t.defers) + 1, 'shown', ahead)
remember(owner, ARGV[4], ARGV[5], id)
event('type', 'defer', 'at', now, 'ticket', id, 'num', t.num, 'line', line, 'class', t.class, 'seq', seq, 'tag', exact(tag), 'by', 'citizen')
return { 'ok', id, 'new' }
