-- Calls that Sconce answers otherwise than the original, on purpose: parts of the call, types and layouts (all, if absent), and
-- why. `unsafe`: the original stops, or its answer hangs on chance, so that it is not asked and ours may be anything.
return {
}
