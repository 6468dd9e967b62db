-- Writes the changes of a source that are not written yet, and moves its cursor.
-- KEYS 1 the events  2 the source's cursor  3 the source's events that are written already
-- ARGV 1 the cursor that was read from, empty when there was none  2 the cursor reached  3 the changes as JSON  4 id of the source
--   5 about how many events are kept  6 how many ids are remembered
-- RETURNS how many were new | -1 the cursor stands elsewhere by now
local call = redis.call
local cursor = call('HGET', KEYS[2], 'at') or ''
if cursor ~= ARGV[1] then return -1 end
local written = 0
for _, change in ipairs(cjson.decode(ARGV[3])) do
  if not call('ZSCORE', KEYS[3], change.eventId) then
    local id = call('XADD', KEYS[1], 'MAXLEN', '~', ARGV[5], '*', 'source', ARGV[4], 'eventId', change.eventId, 'caseNo', change.caseNo, 'kind', change.kind, 'at', string.format('%.0f', change.at))
    call('ZADD', KEYS[3], string.match(id, '^%d+'), change.eventId)
    written = written + 1
  end
end
call('ZREMRANGEBYRANK', KEYS[3], 0, -(tonumber(ARGV[6]) + 1))
call('HSET', KEYS[2], 'at', ARGV[2])
return written
