-- Moves a log's cursor on; never back, for two may follow the same.
-- KEYS 1 cursors
-- ARGV 1 log  2 to, an entry's id  3 ttl s, 0 for none
-- RETURNS ok, 1 when it moved, else 0
local call = redis.call
local function parts(id) return string.match(id, '^(%d+)-(%d+)$') end
local before = call('HGET', KEYS[1], ARGV[1])
if before then
  local ms, n = parts(before)
  local to, m = parts(ARGV[2])
  if tonumber(to) < tonumber(ms) or (to == ms and tonumber(m) <= tonumber(n)) then return { 'ok', 0 } end
end
call('HSET', KEYS[1], ARGV[1], ARGV[2])
if ARGV[3] ~= '0' then call('EXPIRE', KEYS[1], ARGV[3]) end
return { 'ok', 1 }
