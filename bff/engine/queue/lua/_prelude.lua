-- Put before every script of the queue. MOVES, the table of legal moves, is generated
-- from shared/ticketStates.ts and stands above this text.
--
-- Keys: each script is given one key and derives the others from it; all carry {hall:ID},
-- so they share a slot. DAY is `{hall:ID}:yyyyMMdd`.
--   DAY                hash    born, seq, jumps placings ahead so far, paused, closed; per line L: L:n issued, L:v virtual time,
--                              L:f:<class> finish tag, L:returned who came back last, L:ring, L:paused, L:first and L:last call since the last break
--   DAY:q:L            zset    who stands in line L, by tag: the order of calling
--   DAY:arr:L          zset    the ordinary ones among them, by arrival
--   DAY:in:L           list    latest placings ahead of somebody: "<count> <tag> <reason> <name>"
--   DAY:windows        hash    W:s state, W:a account, W:t ticket in hand
--   DAY:missed         set     missed tickets that may still come back
--   DAY:pace           hash    L:<five-minute slot> calls
--   DAY:a:ACTOR        hash    i:<key> "<digest> <ticket>" per idempotency key; t:<ticket> line, or - when it no longer counts
--   DAY:events         stream  every change of the day; what concerns a ticket names its number, line and class, for those who read
--                              the stream alone (the log of calls, supervision)
--   {hall:ID}:t:ID     hash    a ticket; `shown`: how many were ahead when it took its place, where its holder was shown so
--   {hall:ID}:p:NONCE  string  who used a proof of presence
local call, HALL, DAY = redis.call, nil, nil
-- Keys, limits and a citizen's list concern the day itself; two days outlast any of them.
local ACTOR_TTL = 172800

local function openDay(key)
  DAY = key
  HALL = string.match(key, '^{[^}]+}')
end

local function ticketKey(id) return HALL .. ':t:' .. id end
local function orderKey(line) return DAY .. ':q:' .. line end
local function arrivalKey(line) return DAY .. ':arr:' .. line end
local function windowsKey() return DAY .. ':windows' end
local function actorKey(actor) return DAY .. ':a:' .. actor end
local function number(value) return tonumber(value or 0) or 0 end
-- Lua's own tostring keeps 14 digits only.
local function exact(value) return string.format('%.17g', value) end
local function fail(code, ...) return { 'err', code, ... } end
local function event(...) call('XADD', DAY .. ':events', '*', ...) end

-- The first change of a day gives its keys their end of life.
local function bear(ttl)
  if call('HSETNX', DAY, 'born', '1') == 1 then call('EXPIRE', DAY, ttl) end
end
local function mortal(ttl, ...)
  for _, suffix in ipairs({ ... }) do call('EXPIRE', DAY .. suffix, ttl) end
end

-- A ticket and its day; nil when there is none, or it is not the owner's.
local function openTicket(key, owner)
  local flat = call('HGETALL', key)
  if #flat == 0 then return nil end
  local t = { win = '' }
  for i = 1, #flat, 2 do t[flat[i]] = flat[i + 1] end
  if owner and t.owner ~= owner then return nil end
  HALL = string.match(key, '^{[^}]+}')
  openDay(HALL .. ':' .. t.day)
  -- How it is named in the order of its line: by arrival, so that equal tags keep the order of coming.
  t.name = string.format('%07d:', t.seq) .. string.sub(key, #HALL + 4)
  return t
end

-- The same key again: the same ticket; with another content: refused. nil when the key is new.
local function replayed(known, digest)
  local before, id = string.match(known, '^(%S+) (%S+)$')
  if before ~= digest then return fail('IDEMPOTENCY_KEY_REUSED') end
  return { 'ok', id, 'replay' }
end
local function replay(actor, key, digest)
  local known = call('HGET', actorKey(actor), 'i:' .. key)
  return known and replayed(known, digest) or nil
end
local function remember(actor, key, digest, id)
  local name = actorKey(actor)
  call('HSET', name, 'i:' .. key, digest .. ' ' .. id)
  call('EXPIRE', name, ACTOR_TTL)
end

-- Whether a ticket counts towards its owner's limits; `line` is its letter, or - when it does not.
local function count(t, id, line)
  local key = actorKey(t.owner)
  if t.owner ~= '' and call('EXISTS', key) == 1 then call('HSET', key, 't:' .. id, line) end
end

-- How many of an owner's tickets count: in this line, in the hall.
local function counted(owner, line)
  local flat, inLine, inHall = call('HGETALL', actorKey(owner)), 0, 0
  for i = 1, #flat, 2 do
    if string.sub(flat[i], 1, 2) == 't:' and flat[i + 1] ~= '-' then
      inHall = inHall + 1
      if flat[i + 1] == line then inLine = inLine + 1 end
    end
  end
  return inLine, inHall
end

local function enter(line, member, tag, arrival, ttl)
  call('ZADD', orderKey(line), exact(tag), member)
  if arrival then
    call('ZADD', arrivalKey(line), arrival, member)
    if call('ZCARD', arrivalKey(line)) == 1 then mortal(ttl, ':arr:' .. line) end
  end
  local ahead = call('ZRANK', orderKey(line), member)
  -- An emptied set is gone with its end of life; whoever is first in a new one sets it again.
  if ahead == 0 then mortal(ttl, ':q:' .. line) end
  return ahead
end
local function leave(line, member)
  call('ZREM', orderKey(line), member)
  call('ZREM', arrivalKey(line), member)
end
local function member(seq, id) return string.format('%07d:', seq) .. id end
local function idOf(name) return string.sub(name, 9) end

local function scoreAt(line, rank)
  local found = call('ZRANGE', orderKey(line), rank, rank, 'WITHSCORES')
  return found[2] and tonumber(found[2])
end
-- A tag between two neighbours, or just behind the last; behind the first when nothing fits between.
local function between(low, high)
  if not high then return low + 1 / 2097152 end
  local middle = (low + high) / 2
  if middle <= low or middle >= high then return low end
  return middle
end

-- Remembers that somebody was placed ahead of others, so that they can be told why they moved. Placings are counted, not
-- timed: clocks of several processes would hide some and tell others twice.
local function noteJump(line, tag, reason, name, ttl)
  local key = DAY .. ':in:' .. line
  call('LPUSH', key, call('HINCRBY', DAY, 'jumps', 1) .. ' ' .. exact(tag) .. ' ' .. reason .. ' ' .. name)
  call('LTRIM', key, 0, 49)
  call('EXPIRE', key, ttl)
end

-- Start-time fair queueing: a newcomer of a class starts where that class's last one finishes, never before the
-- line's virtual time. Of the others, none starts before an ordinary ticket that has seen `passLimit` of them come:
-- the ring keeps, for as many of the latest, where the ordinary ones ended when it came.
-- `s` holds the line's virtual time, the class's finish tag, the ordinary finish tag and the ring. Arrival breaks ties by
-- less than any share of a turn: between two tickets there is always room for one who defers or comes back.
-- Returns the tag and the line's changed fields.
local function newcomer(line, class, cost, passLimit, s, arrival)
  local tag = math.max(number(s[1]), number(s[2]))
  local place = arrival / 1048576
  if class == 'ordinary' then return tag + place, { line .. ':f:ordinary', exact(tag + cost) } end
  local ring = {}
  for ended in string.gmatch(s[4] or '', '%S+') do ring[#ring + 1] = ended end
  if #ring >= passLimit then tag = math.max(tag, tonumber(ring[#ring - passLimit + 1])) end
  ring[#ring + 1] = exact(number(s[3]))
  return tag + place, { line .. ':f:' .. class, exact(tag + cost), line .. ':ring', table.concat(ring, ' ', math.max(1, #ring - passLimit + 1)) }
end
