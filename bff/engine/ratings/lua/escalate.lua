-- Gives an overdue order to a leader, once.
-- KEYS 1 rating
-- ARGV 1 now  2 the leader as JSON
-- RETURNS ok, 1 when it was given, else 0
open(KEYS[1])
local o = fieldsOf(orderKey())
if not o or ENDED[o.state] or o.leader or tonumber(o.due) >= tonumber(ARGV[1]) then return { 'ok', 0 } end
call('HSET', orderKey(), 'leader', ARGV[2])
writeStep(ARGV[1], 'escalate', 'system', '')
note('step', ARGV[1], 'system', 'step', 'escalate', 'to', o.state, 'due', o.due, 'facts', call('HGET', KEYS[1], 'facts'))
return { 'ok', 1 }
