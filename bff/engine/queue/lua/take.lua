-- Gives out the next number of a line.
-- KEYS 1 day
-- ARGV 1 now ms  2 ticket id  3 line  4 class  5 priority or ''  6 item or ''  7 actor  8 owner or '' (no phone)
--      9 idempotency key  10 digest  11 capacity  12 limit per line, 0 for none  13 limit per hall
--      14 cost of the class  15 pass limit  16 presence nonce or ''  17 presence ttl s  18 day ttl s  19 ticket ttl s
--      20 why it would be refused unless it was done before, or ''  21 limit a day in the hall
-- RETURNS ok, ticket id, 'new', number, people ahead, placings so far | ok, ticket id, 'replay' | err, code
openDay(KEYS[1])
local now, id, line, class, actor, owner, ttl = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[7], ARGV[8], ARGV[18]

-- A desk takes for many in a day: only its key is looked up, for no limit applies to it.
if owner == '' then
  local again = replay(actor, ARGV[9], ARGV[10])
  if again then return again end
end
local known, inLine, inHall, taken = owner ~= '' and call('HGETALL', actorKey(actor)) or {}, 0, 0, 0
for i = 1, #known, 2 do
  if known[i] == 'i:' .. ARGV[9] then return replayed(known[i + 1], ARGV[10]) end
  if string.sub(known[i], 1, 2) == 't:' then
    taken = taken + 1
    if known[i + 1] ~= '-' then inHall = inHall + 1 end
    if known[i + 1] == line then inLine = inLine + 1 end
  end
end

if ARGV[20] ~= '' then return fail(ARGV[20]) end
local s = call('HMGET', DAY, 'closed', 'paused', line .. ':paused', line .. ':n', 'seq', 'born',
  line .. ':v', line .. ':f:' .. class, line .. ':f:ordinary', line .. ':ring', 'jumps')
if s[1] then return fail('HALL_CLOSED') end
if s[2] then return fail('HALL_PAUSED') end
if s[3] then return fail('LINE_PAUSED') end
if number(s[4]) >= tonumber(ARGV[11]) then return fail('LINE_FULL') end
if tonumber(ARGV[12]) > 0 then
  if inLine >= tonumber(ARGV[12]) then return fail('LIMIT_LINE') end
  if inHall >= tonumber(ARGV[13]) then return fail('LIMIT_HALL') end
  -- Whoever takes and cancels again and again would empty the line for all others.
  if taken >= tonumber(ARGV[21]) then return fail('LIMIT_DAY') end
end
if ARGV[16] ~= '' then
  local proof = HALL .. ':p:' .. ARGV[16]
  if not call('SET', proof, actor, 'NX', 'EX', ARGV[17]) and call('GET', proof) ~= actor then return fail('PRESENCE_USED') end
end

if not s[6] then bear(ttl) end
local issued, seq = number(s[4]) + 1, number(s[5]) + 1
local shown = line .. string.format('%03d', issued)
local tag, changed = newcomer(line, class, tonumber(ARGV[14]), tonumber(ARGV[15]), { s[7], s[8], s[9], s[10] }, seq)
call('HSET', DAY, 'seq', seq, line .. ':n', issued, unpack(changed))

local name = member(seq, id)
local ahead = enter(line, name, tag, class == 'ordinary' and seq or nil, ttl)
call('HSET', ticketKey(id), 'num', shown, 'day', string.sub(DAY, #HALL + 2), 'line', line, 'state', 'waiting', 'class', class, 'pri', ARGV[5],
  'item', ARGV[6], 'owner', owner, 'seq', seq, 'at', now, 'shown', ahead)
call('EXPIRE', ticketKey(id), ARGV[19])
local behind = call('ZCARD', orderKey(line)) - 1 - ahead
if behind > 0 then noteJump(line, tag, class, name, ttl) end

if owner == '' then
  call('HSET', actorKey(actor), 'i:' .. ARGV[9], ARGV[10] .. ' ' .. id)
else
  call('HSET', actorKey(actor), 'i:' .. ARGV[9], ARGV[10] .. ' ' .. id, 't:' .. id, line)
end
if #known == 0 then call('EXPIRE', actorKey(actor), ACTOR_TTL) end
event('type', 'take', 'at', now, 'ticket', id, 'num', shown, 'line', line, 'class', class, 'pri', ARGV[5], 'item', ARGV[6], 'seq', seq, 'tag', exact(tag),
  'by', owner == '' and actor or 'citizen')
if issued == 1 then mortal(ttl, ':events') end
return { 'ok', id, 'new', shown, ahead, number(s[11]) + (behind > 0 and 1 or 0) }
