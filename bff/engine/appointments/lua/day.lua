-- The book of a day for those behind the windows: who is booked, who came, how many wait.
-- KEYS 1 book of the day
-- ARGV 1 now ms  2 line names "A B"  3 how many appointments at most
-- RETURNS ok, ids and fields by turns in the order of their slots, per line how many wait
openBook(KEYS[1])
local visits, waits = {}, {}
for _, id in ipairs(call('ZRANGE', BOOK .. ':list', 0, tonumber(ARGV[3]) - 1)) do
  visits[#visits + 1] = id
  local a = table_of(call('HGETALL', appointmentKey(id)))
  if a.state == 'held' and number(a['until']) <= tonumber(ARGV[1]) then a.state = 'lapsed' end
  local fields = {}
  for field, value in pairs(a) do
    if string.sub(field, 1, 2) ~= 'k:' then
      fields[#fields + 1] = field
      fields[#fields + 1] = value
    end
  end
  visits[#visits + 1] = fields
end
for name in string.gmatch(ARGV[2], '%S+') do waits[#waits + 1] = call('ZCARD', BOOK .. ':w:' .. name) end
return { 'ok', visits, waits }
