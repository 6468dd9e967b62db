-- Who is near the head of some lines and was not told so since they took their place, and who of those lines wants to know when
-- to leave. Keys are the queue's own (bff/engine/queue/lua/_prelude.lua): DAY:q:L who stands in a line, {hall:ID}:t:ID a ticket.
-- KEYS 1 day  2 told  3 leaving
-- ARGV 1 how many of each line  2… lines
-- RETURNS ok, per line {line, near, leaving}: near as id, owner, number, ahead, placing, shown or '', …;
--   leaving the same, each followed by its minutes
local call, DAY = redis.call, KEYS[1]
local HALL = string.match(DAY, '^{[^}]+}')
local function ticket(id) return call('HMGET', HALL .. ':t:' .. id, 'owner', 'num', 'line', 'seq', 'state', 'shown') end
local function placing(t) return t[3] .. t[4] end

local reply, at = { 'ok' }, {}
for i = 2, #ARGV do
  local line, near = ARGV[i], {}
  local members = call('ZRANGE', DAY .. ':q:' .. line, 0, tonumber(ARGV[1]) - 1)
  for rank, member in ipairs(members) do
    local id = string.sub(member, 9)
    local t = ticket(id)
    if t[1] and t[1] ~= '' and t[4] and call('HGET', KEYS[2], id) ~= placing(t) then
      for _, value in ipairs({ id, t[1], t[2], rank - 1, placing(t), t[6] or '' }) do near[#near + 1] = value end
    end
  end
  at[line] = {}
  reply[#reply + 1] = { line, near, at[line] }
end

local leaving = call('HGETALL', KEYS[3])
for i = 1, #leaving, 2 do
  local id = leaving[i]
  local t = ticket(id)
  if not t[5] or not IN_LINE[t[5]] then
    call('HDEL', KEYS[3], id)
  elseif at[t[3]] then
    local rank = call('ZRANK', DAY .. ':q:' .. t[3], string.format('%07d:', t[4]) .. id)
    local list = at[t[3]]
    if rank then for _, value in ipairs({ id, t[1], t[2], rank, placing(t), t[6] or '', leaving[i + 1] }) do list[#list + 1] = value end end
  end
end
return reply
