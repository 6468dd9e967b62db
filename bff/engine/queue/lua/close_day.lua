-- Ends a hall's day: who was not served expires, who is being served is finished, windows close. In bounded portions.
-- Lines and windows are those the day knows: the hall may have been configured anew since.
-- KEYS 1 day
-- ARGV 1 now ms  2 how many at most
-- RETURNS ok, how many were ended (call again while it equals the most)
openDay(KEYS[1])
local now, most, ended = ARGV[1], tonumber(ARGV[2]), 0
if call('EXISTS', DAY) == 0 then return { 'ok', 0 } end
if call('HSETNX', DAY, 'closed', '1') == 1 then event('type', 'close', 'at', now, 'by', 'clock') end

local function finish(id)
  local t = openTicket(ticketKey(id))
  ended = ended + 1
  if not t then return end
  local to = MOVES.expire[t.state]
  if not to then return end
  if IN_LINE[t.state] then leave(t.line, t.name) end
  call('HSET', ticketKey(id), 'state', to, 'ended', now)
  count(t, id, '-')
  event('type', 'expire', 'at', now, 'ticket', id, 'num', t.num, 'line', t.line, 'class', t.class, 'window', t.win, 'item', t.item, 'to', to, 'by', 'clock')
end
local lines = {}
for _, field in ipairs(call('HKEYS', DAY)) do
  local line = string.match(field, '^(%u):')
  if line then lines[line] = true end
end
for line in pairs(lines) do
  if ended >= most then break end
  for _, name in ipairs(call('ZRANGE', orderKey(line), 0, most - ended - 1)) do finish(idOf(name)) end
end
if ended < most then
  for _, id in ipairs(call('SPOP', DAY .. ':missed', most - ended)) do finish(id) end
end
if ended < most then
  for _, field in ipairs(call('HKEYS', windowsKey())) do
    local window = string.match(field, '^(.+):s$')
    if window then
      local w = call('HMGET', windowsKey(), field, window .. ':t')
      if w[2] and w[2] ~= '' then finish(w[2]) end
      if w[1] ~= 'closed' then
        call('HSET', windowsKey(), field, 'closed', window .. ':a', '', window .. ':t', '')
        event('type', 'window', 'at', now, 'window', window, 'state', 'closed', 'by', 'clock')
      end
    end
  end
end
return { 'ok', ended }
