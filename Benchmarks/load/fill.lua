-- Holds seats in one cart after the other, ten thousand carts a key. Each thread has made MADE carts before, and stops
-- when it has made MOST. With KEY all are in that sandbox, each thread in a house of its own (see server.py).
local threads = 0

function setup(thread)
  threads = threads + 1
  thread:set("id", threads)
end

local json = { ["Content-Type"] = "application/json" }
local body = '{"reserve":{"tickets":[{"id":"000000000001"}]}}'
local made, most, shared, house

function init(arguments)
  made, most, shared = tonumber(arguments[1]), tonumber(arguments[2]), arguments[3]
  house = shared and string.format("3F00F111%08d", id) or "3F00B16000000008"
end

function request()
  local key = shared or "fill-" .. id .. "-" .. math.floor(made / 10000)
  return wrk.format("POST", "/partners/v1/events/" .. house .. "/cart?apikey=" .. key, json, body)
end

function response()
  made = made + 1
  if made >= most then wrk.thread:stop() end
end

function done(summary, latency, requests)
  io.write(string.format("failed %d\n", summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
  io.write(string.format("rate %.1f\n", summary.requests / (summary.duration / 1e6)))
end
