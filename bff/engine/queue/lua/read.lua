-- One ticket and where it stands.
-- KEYS 1 ticket
-- ARGV 1 owner, or '' for staff  2 placings seen, or '' when never seen
-- RETURNS ok, ticket fields as a flat list, people ahead or '', paused 1|0, those placed ahead since as "reason count …",
--   placings so far | err, code
local t = openTicket(KEYS[1], ARGV[1] ~= '' and ARGV[1] or nil)
if not t then return fail('TICKET_NOT_FOUND') end
local flat, ahead, paused, jumps = {}, '', 0, {}
for field, value in pairs(t) do
  flat[#flat + 1] = field
  flat[#flat + 1] = value
end
local s = call('HMGET', DAY, 'paused', t.line .. ':paused', 'jumps')
if IN_LINE[t.state] then
  ahead = call('ZRANK', orderKey(t.line), t.name) or ''
  if s[1] or s[2] then paused = 1 end
  if ARGV[2] ~= '' then
    local tag = number(call('ZSCORE', orderKey(t.line), t.name))
    for _, jump in ipairs(call('LRANGE', DAY .. ':in:' .. t.line, 0, -1)) do
      local count, where, reason, name = string.match(jump, '^(%S+) (%S+) (%S+) (%S+)$')
      if tonumber(count) <= tonumber(ARGV[2]) then break end
      local before = tonumber(where) < tag or (tonumber(where) == tag and name < t.name)
      if before then jumps[reason] = (jumps[reason] or 0) + 1 end
    end
  end
end
local told = {}
for reason, people in pairs(jumps) do
  told[#told + 1] = reason
  told[#told + 1] = people
end
return { 'ok', flat, ahead, paused, told, number(s[3]) }
