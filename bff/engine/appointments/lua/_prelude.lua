-- Put before every script of the appointment book. MOVES, the table of legal moves, is generated
-- from shared/appointmentStates.ts and stands above this text.
--
-- Keys: all carry {hall:ID}, so they share a slot. BOOK is `{hall:ID}:b:yyyyMMdd`. A slot is named by its first minute of
-- the day, M.
--   BOOK             hash    born; per line L: L:M places taken, L:M:x closed
--   BOOK:list        zset    the day's appointments, by their first minute
--   BOOK:due:L       zset    held ones of line L, by when the hold ends
--   BOOK:w:L         zset    who waits for a place in line L, by when they asked
--   BOOK:asked       hash    L:PERSON the waiting of a person
--   {hall:ID}:a:ID   hash    an appointment; k:<key> digest per idempotency key
--   {hall:ID}:w:ID   hash    a waiting
--   {hall:ID}:absent set     missed appointments that the person's book does not know of yet
--   {hall:ID}:clock  string  the latest instant at which anything was changed here
--   {hall:ID}:b:events stream every change of the book
local call, HALL, BOOK = redis.call, nil, nil
local TTL = 8640000
local DAY_MS = 86400000

local function openBook(key)
  BOOK = key
  HALL = string.match(key, '^{[^}]+}')
end
local function appointmentKey(id) return HALL .. ':a:' .. id end
local function waitingKey(id) return HALL .. ':w:' .. id end
local function number(value) return tonumber(value or 0) or 0 end
local function fail(code, ...) return { 'err', code, ... } end
local function event(...)
  call('XADD', HALL .. ':b:events', 'MAXLEN', '~', 200000, '*', ...)
end
local function mortal(...)
  for _, suffix in ipairs({ ... }) do call('EXPIRE', BOOK .. suffix, TTL) end
end
local function table_of(flat)
  local t = {}
  for i = 1, #flat, 2 do t[flat[i]] = flat[i + 1] end
  return t
end

-- A clock that jumps would release days early or let holds live on: `guard` ms is how far it may be from Redis's own, and
-- it never runs back. 0 asks only the latter.
local function clockWrong(now, guard)
  local latest = number(call('GET', HALL .. ':clock'))
  if tonumber(now) < latest - 2000 then return true end
  if tonumber(guard) > 0 then
    local time = call('TIME')
    if math.abs(time[1] * 1000 + math.floor(time[2] / 1000) - tonumber(now)) > tonumber(guard) then return true end
  end
  if tonumber(now) > latest then call('SET', HALL .. ':clock', now) end
  return false
end

-- An appointment with its day opened; nil when there is none, or it is not the owner's.
local function openAppointment(key, owner)
  local flat = call('HGETALL', key)
  if #flat == 0 then return nil end
  local a = table_of(flat)
  if owner and a.owner ~= owner then return nil end
  HALL = string.match(key, '^{[^}]+}')
  openBook(HALL .. ':b:' .. a.day)
  a.id = string.sub(key, #HALL + 4)
  return a
end

-- How many places each slot of a line has left, by its minute; -1 for a closed one. `line` holds name, cap, len and the
-- slots' minutes.
local function placesLeft(line)
  local left, fields = {}, {}
  for i, minute in ipairs(line.slots) do
    fields[2 * i - 1] = line.name .. ':' .. minute
    fields[2 * i] = line.name .. ':' .. minute .. ':x'
  end
  if #fields == 0 then return left end
  local s = call('HMGET', BOOK, unpack(fields))
  for i, minute in ipairs(line.slots) do left[minute] = s[2 * i] and -1 or math.max(0, line.cap - number(s[2 * i - 1])) end
  return left
end
-- Why a visit of `n` slots from minute `at` cannot be given; nil when it can.
local function refusalOf(line, left, at, n)
  local refusal
  for i = 0, n - 1 do
    local places = left[at + i * line.len]
    if not places then return 'SLOT_NOT_FOUND' end
    if places == 0 then refusal = refusal or 'SLOT_FULL' end
    if places < 0 then refusal = 'SLOT_CLOSED' end
  end
  return refusal
end
local function count(name, at, n, len, by)
  for i = 0, n - 1 do call('HINCRBY', BOOK, name .. ':' .. (at + i * len), by) end
end

local function write(id, fields)
  if call('HSETNX', BOOK, 'born', '1') == 1 then call('EXPIRE', BOOK, TTL) end
  call('HSET', appointmentKey(id), unpack(fields))
  call('EXPIRE', appointmentKey(id), TTL)
end

-- Puts an appointment into a day: its places, its entry, the end of its hold.
local function enter(id, name, at, n, len, until_)
  count(name, at, n, len, 1)
  call('ZADD', BOOK .. ':list', at, id)
  mortal(':list')
  if until_ then
    call('ZADD', BOOK .. ':due:' .. name, until_, id)
    mortal(':due:' .. name)
  end
end
-- Takes it out again; the appointment itself stays to be read.
local function leave(a)
  count(a.line, number(a.at), number(a.n), number(a.len), -1)
  call('ZREM', BOOK .. ':due:' .. a.line, a.id)
  call('ZREM', BOOK .. ':list', a.id)
end

-- Nobody waits under it any longer.
local function endWaiting(id, line, pkey)
  call('HSET', waitingKey(id), 'state', 'ended')
  call('ZREM', BOOK .. ':w:' .. line, id)
  call('HDEL', BOOK .. ':asked', line .. ':' .. pkey)
end

-- An offer that nobody answered: whoever it was for waits on, behind the others.
local function offerLapsed(a)
  if not a.offer or a.offer == '' or call('HGET', waitingKey(a.offer), 'state') ~= 'offered' then return end
  call('HSET', waitingKey(a.offer), 'state', 'waiting', 'appointment', '')
  call('ZADD', BOOK .. ':w:' .. a.line, call('HINCRBY', BOOK, 'asked', 1), a.offer)
end

local function lapse(a, now)
  leave(a)
  call('HSET', appointmentKey(a.id), 'state', 'lapsed')
  event('type', 'lapse', 'at', now, 'appointment', a.id, 'day', a.day, 'line', a.line, 'by', 'clock')
  offerLapsed(a)
end

-- Holds a place for somebody who waits for it.
local function offer(waitId, w, line, at, now, rule, offers)
  local id, ends, last = w.prefix .. string.sub(redis.sha1hex(waitId .. now .. at), 1, 20), tonumber(now) + rule.offerMs, at + number(w.n) * line.len
  write(id, { 'owner', w.owner, 'person', w.person, 'pkey', w.pkey, 'name', w.name, 'line', line.name, 'day', string.sub(BOOK, -8), 'at', at, 'n', w.n, 'len', line.len,
    'items', w.items, 'state', 'held', 'until', ends, 'digest', '', 'made', now, 'offer', waitId,
    'starts', line.start + at * 60000, 'ends', line.start + last * 60000, 'ticket', '' })
  enter(id, line.name, at, number(w.n), line.len, ends)
  call('HSET', waitingKey(waitId), 'state', 'offered', 'appointment', id, 'offers', offers.used, 'offerDay', offers.today)
  event('type', 'offer', 'at', now, 'appointment', id, 'waiting', waitId, 'day', string.sub(BOOK, -8), 'line', line.name, 'until', ends)
end

-- Ends the holds that are over and offers what is free to those who wait, first come first served. Every script that
-- needs to know what is free begins here, so an expired hold goes back by itself, and to whoever waits first.
-- `rule` holds offerMs, offersADay and earliest, the first minute that may still be given.
local function settle(line, now, rule)
  local name = line.name
  for _, id in ipairs(call('ZRANGEBYSCORE', BOOK .. ':due:' .. name, '-inf', now, 'LIMIT', 0, 100)) do
    local a = table_of(call('HGETALL', appointmentKey(id)))
    a.id = id
    if a.state == 'held' then lapse(a, now) else call('ZREM', BOOK .. ':due:' .. name, id) end
  end
  if call('EXISTS', BOOK .. ':w:' .. name) == 0 then return end
  local left, any = placesLeft(line), false
  for _, places in pairs(left) do any = any or places > 0 end
  if not any then return end
  local today = math.floor((tonumber(now) + 28800000) / DAY_MS)
  for _, waitId in ipairs(call('ZRANGE', BOOK .. ':w:' .. name, 0, 199)) do
    local w = table_of(call('HGETALL', waitingKey(waitId)))
    local used, n = number(w.offerDay) == today and number(w.offers) or 0, number(w.n)
    if w.state == 'waiting' and used < rule.offersADay then
      for _, at in ipairs(line.slots) do
        local last = at + n * line.len
        if at >= rule.earliest and at >= number(w.from) and last <= number(w.until_) and not refusalOf(line, left, at, n) then
          offer(waitId, w, line, at, now, rule, { used = used + 1, today = today })
          for i = 0, n - 1 do left[at + i * line.len] = left[at + i * line.len] - 1 end
          break
        end
      end
    end
  end
end

-- The same key again on an appointment: nil when it is new.
local function replay(a, key, digest)
  local before = a['k:' .. key]
  if not before then return nil end
  if before ~= digest then return fail('IDEMPOTENCY_KEY_REUSED') end
  return { 'ok', a.id, 'replay' }
end
