-- What is free in a line on a day, after expired holds went back.
-- KEYS 1 book of the day
-- ARGV 1 now ms  2 the line as JSON  3 rule as JSON
-- RETURNS ok, per slot its places taken, or -1 when it is closed, when the next hold of the line ends or ''
openBook(KEYS[1])
local line, taken = cjson.decode(ARGV[2]), {}
settle(line, ARGV[1], cjson.decode(ARGV[3]))
local left = placesLeft(line)
for i, minute in ipairs(line.slots) do taken[i] = left[minute] < 0 and -1 or line.cap - left[minute] end
local due = call('ZRANGE', BOOK .. ':due:' .. line.name, 0, 0, 'WITHSCORES')
return { 'ok', taken, due[2] or '' }
