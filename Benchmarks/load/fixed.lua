-- The same request as securerender.lua, for a server that answers a fixed reply.
local body = string.rep("x", 350)
local prepared

function init(arguments)
  prepared = wrk.format("POST", "/", { ["Content-Type"] = "application/json", ["x-user-id"] = "783412345" }, body)
end

function request()
  return prepared
end

function done(summary, latency, requests)
  io.write(string.format("failed %d\n", summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
  io.write(string.format("rate %.1f\n", summary.requests / (summary.duration / 1e6)))
end
