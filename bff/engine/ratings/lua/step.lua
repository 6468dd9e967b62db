-- Takes the next step of a work order.
-- KEYS 1 rating
-- ARGV 1 now  2 step  3 actor  4 side: handle, check or citizen  5 owner or ''  6 idempotency key  7 digest
--      8 due: ms, rectify or '' for nothing  9 rectify by, or '' for as it was  10 satisfied 1 or 0, or ''  11 text
-- RETURNS ok, new or replay | err, code
open(KEYS[1])
local now, step, actor, side = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local r = call('HMGET', KEYS[1], 'owner', 'facts', 'gone')
if ARGV[5] ~= '' and (r[1] ~= ARGV[5] or r[3]) then return fail('RATING_NOT_FOUND') end
local o = fieldsOf(orderKey())
if not o then return fail(ARGV[5] ~= '' and 'ILLEGAL_STEP' or 'ORDER_NOT_FOUND') end
local known = o['i:' .. ARGV[6]]
if known then
  if known ~= ARGV[7] then return fail('IDEMPOTENCY_KEY_REUSED') end
  return { 'ok', 'replay' }
end
if side ~= 'citizen' and actor == o.clerk and step ~= 'appeal' then return fail('OWN_RATING') end
local to = STEPS[step][o.state]
if not to then return fail('ILLEGAL_STEP') end
if side == 'handle' then
  if holds(o.checkers, actor) then return fail('SAME_HANDS') end
  call('HSET', orderKey(), 'handlers', with(o.handlers, actor))
elseif side == 'check' then
  if holds(o.handlers, actor) then return fail('SAME_HANDS') end
  call('HSET', orderKey(), 'checkers', with(o.checkers, actor))
end

local changed = { 'i:' .. ARGV[6], ARGV[7] }
local function set(field, value)
  changed[#changed + 1] = field
  changed[#changed + 1] = value
end
local rectify = o.rectify
if ARGV[9] ~= '' then
  rectify = ARGV[9]
  set('rectify', rectify)
end
local told = {}
if step == 'rectify' and not o.rectified then
  local ontime = tonumber(now) <= tonumber(o.rectify) and '1' or '0'
  set('rectified', now)
  set('ontime', ontime)
  told = { 'rectified', ontime }
end
if ARGV[10] ~= '' then
  set('satisfied', ARGV[10])
  told = { 'satisfied', ARGV[10], 'was', o.satisfied or '-' }
end
if step == 'withdraw' then call('HSET', KEYS[1], 'out', 1) end
call('HSET', orderKey(), unpack(changed))
moveOrder(o, step, to, now, actor, ARGV[11], ARGV[8] == 'rectify' and rectify or ARGV[8], r[2], unpack(told))
return { 'ok', 'new' }
