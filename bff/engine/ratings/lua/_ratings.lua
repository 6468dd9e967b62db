-- Put before every script of ratings and their work orders. STEPS, the table of legal steps, is generated from
-- shared/orderStates.ts and stands above this text, as does ENDED.
--
-- Keys: each script is given the rating's key and derives the others; all carry {hall:ID}, so they share a slot.
--   R                    hash    rating, visit, facts (JSON), key, digest, owner, shown, rater (sealed), at, rev, gone, out;
--                                key2, digest2 of a change
--   {hall:ID}:o:RATING   hash    a work order: state, opened, due, rectify, clerk, handlers, checkers, leader, warned, rectified,
--                                ontime, satisfied, ended; i:<key> digest per idempotency key
--   …:steps              list    its steps as JSON
--   {hall:ID}:orders     zset    those not over, by due;  …:ended those that are;  …:of:<clerk> all about one clerk
--   {hall:ID}:ratings    stream  every change: type, at, rating, by, and what the figures need
local call = redis.call
local function fail(code, ...) return { 'err', code, ... } end
local HALL, ID
local function open(key)
  HALL, ID = string.match(key, '^({[^}]+}):r:(.+)$')
end
local function orderKey() return HALL .. ':o:' .. ID end
local function note(type, at, by, ...) call('XADD', HALL .. ':ratings', '*', 'type', type, 'at', at, 'rating', ID, 'by', by, ...) end

local function fieldsOf(key)
  local flat = call('HGETALL', key)
  if #flat == 0 then return nil end
  local t = {}
  for i = 1, #flat, 2 do t[flat[i]] = flat[i + 1] end
  return t
end
local function holds(list, one)
  return list and string.find(' ' .. list .. ' ', ' ' .. one .. ' ', 1, true) ~= nil
end
local function with(list, one)
  if holds(list, one) then return list end
  return list and list ~= '' and list .. ' ' .. one or one
end
local function writeStep(at, step, by, text)
  call('RPUSH', orderKey() .. ':steps', cjson.encode({ at = tonumber(at), step = step, by = by, text = text }))
end

local function openOrder(at, contactBy, rectifyBy, clerk, facts)
  call('HSET', orderKey(), 'state', 'open', 'opened', at, 'due', contactBy, 'rectify', rectifyBy, 'clerk', clerk)
  call('ZADD', HALL .. ':orders', contactBy, ID)
  if clerk ~= '' then call('ZADD', HALL .. ':orders:of:' .. clerk, at, ID) end
  writeStep(at, 'open', 'citizen', '')
  note('step', at, 'citizen', 'step', 'open', 'to', 'open', 'due', contactBy, 'facts', facts)
end

-- Moves an order on, and leaves it in the right index. `due` is empty when nothing more is due.
local function moveOrder(o, step, to, at, by, text, due, facts, ...)
  call('HSET', orderKey(), 'state', to, 'due', due)
  if ENDED[to] then
    call('HSET', orderKey(), 'ended', at)
    call('ZREM', HALL .. ':orders', ID)
    call('ZADD', HALL .. ':orders:ended', at, ID)
  else
    call('ZADD', HALL .. ':orders', due, ID)
  end
  writeStep(at, step, by, text)
  -- What it has counted for so far, so that whoever takes it out of the figures can.
  note('step', at, by, 'step', step, 'from', o.state, 'to', to, 'due', due, 'facts', facts,
    'had', (o.rectified and '1' or '0') .. (o.ontime == '1' and '1' or '0') .. (o.satisfied or '-'), ...)
end

-- The citizen took back what the order was about.
local function dropOrder(at, facts)
  local o = fieldsOf(orderKey())
  if o and STEPS.drop[o.state] then moveOrder(o, 'drop', STEPS.drop[o.state], at, 'citizen', '', '', facts) end
end
