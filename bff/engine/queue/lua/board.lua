-- The hall at a glance.
-- KEYS 1 day
-- ARGV 1 lines "A B"  2 windows "1 2"  3 oldest pace slot  4 newest pace slot  5 how many of each line's next to name
-- RETURNS ok, paused 1|0, closed 1|0,
--   per line {line, waiting, issued, paused 1|0, calls in the pace slots, first and last call ms or '',
--     the next tickets, the ordinary ticket that has waited longest or ''},
--   per window {window, state, account, ticket or ''}, the fields of every ticket named above, by its id before them
openDay(KEYS[1])
local hall = call('HMGET', DAY, 'paused', 'closed')
local lines, windows, slots, tickets = {}, {}, {}, {}
local function name(id)
  if id == '' then return end
  tickets[#tickets + 1] = id
  tickets[#tickets + 1] = call('HGETALL', ticketKey(id))
end
for slot = tonumber(ARGV[3]), tonumber(ARGV[4]) do slots[#slots + 1] = slot end
for line in string.gmatch(ARGV[1], '%S+') do
  local s = call('HMGET', DAY, line .. ':n', line .. ':paused', line .. ':first', line .. ':last')
  local fields, calls = {}, 0
  if s[3] then
    for i, slot in ipairs(slots) do
      if slot >= math.floor(tonumber(s[3]) / 300000) then fields[#fields + 1] = line .. ':' .. slot end
    end
    if #fields > 0 then
      for _, made in ipairs(call('HMGET', DAY .. ':pace', unpack(fields))) do calls = calls + number(made) end
    end
  end
  local following, longest = {}, nil
  if tonumber(ARGV[5]) > 0 then
    following = call('ZRANGE', orderKey(line), 0, tonumber(ARGV[5]) - 1)
    longest = call('ZRANGE', arrivalKey(line), 0, 0)[1]
  end
  for i, member in ipairs(following) do
    following[i] = idOf(member)
    name(following[i])
  end
  local oldest = longest and idOf(longest) or ''
  name(oldest)
  lines[#lines + 1] = { line, call('ZCARD', orderKey(line)), number(s[1]), s[2] and 1 or 0, calls, s[3] or '', s[4] or '', following, oldest }
end
for window in string.gmatch(ARGV[2], '%S+') do
  local w = call('HMGET', windowsKey(), window .. ':s', window .. ':a', window .. ':t')
  name(w[3] or '')
  windows[#windows + 1] = { window, w[1] or 'closed', w[2] or '', w[3] or '' }
end
return { 'ok', hall[1] and 1 or 0, hall[2] and 1 or 0, lines, windows, tickets }
