-- Adds what a stretch of a log adds to the figures, and moves the log's cursor: both or neither, so that it counts once.
-- KEYS 1 cursors  2 alerts by time  3 alerts
-- ARGV 1 log  2 cursor that is expected, '' for none  3 new cursor  4 ttl of the cursors s, 0 for none  5… operations, each with its arguments:
--      D key field n, n times place and by (the counts of a day: numbers with commas between, nothing for 0) |
--      H key field by ttl (count, ttl 0 for none) | Z key score member | R key member | B key field by ttl limit alert-id at alert | A alert-id at alert
-- RETURNS ok, 1 when it was added, 0 when the cursor is elsewhere
local KEEP_ALERTS_MS = 172800000
local call = redis.call
if (call('HGET', KEYS[1], ARGV[1]) or '') ~= ARGV[2] then return { 'ok', 0 } end

local function tell(id, at, alert)
  if call('HSETNX', KEYS[3], id, alert) == 0 then return end
  call('ZADD', KEYS[2], at, id)
  for _, old in ipairs(call('ZRANGEBYSCORE', KEYS[2], '-inf', tonumber(at) - KEEP_ALERTS_MS)) do
    call('ZREM', KEYS[2], old)
    call('HDEL', KEYS[3], old)
  end
end
local function count(key, field, by, ttl)
  local value = call('HINCRBY', key, field, by)
  if value == 0 then call('HDEL', key, field) end
  if ttl ~= '0' then call('EXPIRE', key, ttl) end
  return value
end
-- The counts of a day in one short text: a month of them stays compact, whatever is counted.
local function countDay(key, field, from, pairs)
  local values, most = {}, 0
  for value in string.gmatch((call('HGET', key, field) or '') .. ',', '([^,]*),') do
    most = most + 1
    values[most] = value
  end
  for i = from, from + 2 * pairs - 1, 2 do
    local place = tonumber(ARGV[i])
    while most < place do
      most = most + 1
      values[most] = ''
    end
    local value = (tonumber(values[place]) or 0) + tonumber(ARGV[i + 1])
    values[place] = value == 0 and '' or string.format('%.0f', value)
  end
  while most > 0 and values[most] == '' do most = most - 1 end
  if most == 0 then call('HDEL', key, field) else call('HSET', key, field, table.concat(values, ',', 1, most)) end
end

local i = 5
while i <= #ARGV do
  local op = ARGV[i]
  if op == 'D' then
    countDay(ARGV[i + 1], ARGV[i + 2], i + 4, tonumber(ARGV[i + 3]))
    i = i + 4 + 2 * tonumber(ARGV[i + 3])
  elseif op == 'H' then
    count(ARGV[i + 1], ARGV[i + 2], ARGV[i + 3], ARGV[i + 4])
    i = i + 5
  elseif op == 'Z' then
    call('ZADD', ARGV[i + 1], ARGV[i + 2], ARGV[i + 3])
    i = i + 4
  elseif op == 'R' then
    call('ZREM', ARGV[i + 1], ARGV[i + 2])
    i = i + 3
  elseif op == 'B' then
    local value = count(ARGV[i + 1], ARGV[i + 2], ARGV[i + 3], ARGV[i + 4])
    if tonumber(ARGV[i + 3]) > 0 and value == tonumber(ARGV[i + 5]) then tell(ARGV[i + 6], ARGV[i + 7], ARGV[i + 8]) end
    i = i + 9
  else
    tell(ARGV[i + 1], ARGV[i + 2], ARGV[i + 3])
    i = i + 4
  end
end
call('HSET', KEYS[1], ARGV[1], ARGV[3])
if ARGV[4] ~= '0' then call('EXPIRE', KEYS[1], ARGV[4]) end
return { 'ok', 1 }
