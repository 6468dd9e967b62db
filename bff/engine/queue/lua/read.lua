-- One ticket and where it stands.
-- KEYS 1 ticket
-- ARGV 1 owner, or '' for staff  2 seen at ms, or '' when never seen
-- RETURNS ok, ticket fields as a flat list, people ahead or '', paused 1|0, jumps since as "reason count …" | err, code
local t = openTicket(KEYS[1], ARGV[1] ~= '' and ARGV[1] or nil)
if not t then return fail('TICKET_NOT_FOUND') end
local flat, ahead, paused, jumps = {}, '', 0, {}
for field, value in pairs(t) do
  flat[#flat + 1] = field
  flat[#flat + 1] = value
end
if IN_LINE[t.state] then
  ahead = call('ZRANK', orderKey(t.line), t.name) or ''
  local s = call('HMGET', DAY, 'paused', t.line .. ':paused')
  if s[1] or s[2] then paused = 1 end
  if ARGV[2] ~= '' then
    local tag = number(call('ZSCORE', orderKey(t.line), t.name))
    for _, jump in ipairs(call('LRANGE', DAY .. ':in:' .. t.line, 0, -1)) do
      local at, where, reason, name = string.match(jump, '^(%S+) (%S+) (%S+) (%S+)$')
      if tonumber(at) <= tonumber(ARGV[2]) then break end
      local before = tonumber(where) < tag or (tonumber(where) == tag and name < t.name)
      if before and tonumber(at) > tonumber(t.at) then jumps[reason] = (jumps[reason] or 0) + 1 end
    end
  end
end
local told = {}
for reason, people in pairs(jumps) do
  told[#told + 1] = reason
  told[#told + 1] = people
end
return { 'ok', flat, ahead, paused, told }
