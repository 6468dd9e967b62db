-- The ids of an owner's tickets of a day.
-- KEYS 1 day
-- ARGV 1 owner
-- RETURNS ok, ids
openDay(KEYS[1])
local ids = {}
for _, field in ipairs(call('HKEYS', actorKey(ARGV[1]))) do
  if string.sub(field, 1, 2) == 't:' then ids[#ids + 1] = string.sub(field, 3) end
end
return { 'ok', ids }
