-- Takes entries in hand: first those whose time to be tried again has come, whoever had them, then new ones. Each try
-- doubles the pause. Redis measures the pauses, so no clock of a process counts.
-- KEYS 1 outbox
-- ARGV 1 how many  2 first pause ms  3 longest pause ms  4 most in hand
-- RETURNS ok, entries, parked ones, ms since the epoch at which the oldest entry came or '', { id, subject, tries } of each taken
local call, outbox = redis.call, KEYS[1]
local parked = call('XLEN', outbox .. ':parked')
local oldest = call('XRANGE', outbox, '-', '+', 'COUNT', 1)[1]
if not oldest then return { 'ok', 0, parked, '' } end

local reply = { 'ok', call('XLEN', outbox), parked, string.match(oldest[1], '^%d+') }
local most, first, longest = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local room = most
local function give(entry, tries)
  reply[#reply + 1] = { entry[1], entry[2][2], tries }
  room = room - 1
end

for _, one in ipairs(call('XPENDING', outbox, 'deliverers', 'IDLE', ARGV[2], '-', '+', ARGV[4])) do
  if room == 0 then break end
  local tries = one[4]
  if one[3] >= math.min(first * 2 ^ (tries - 1), longest) then
    local entry = call('XCLAIM', outbox, 'deliverers', 'any', 0, one[1])[1]
    if entry then give(entry, tries + 1) end
  end
end

local free = math.min(room, tonumber(ARGV[4]) - call('XPENDING', outbox, 'deliverers')[1])
if free > 0 then
  local read = call('XREADGROUP', 'GROUP', 'deliverers', 'any', 'COUNT', free, 'STREAMS', outbox, '>')
  for _, entry in ipairs(read and read[1][2] or {}) do give(entry, 1) end
end
return reply
