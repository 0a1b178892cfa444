-- Two seats held and given back, again and again: one pair of calls counts once. One connection a thread.
local EVENT = "3F00B16000000008"
local threads = 0
local cart

function setup(thread)
  threads = threads + 1
  thread:set("id", threads)
end

local json = { ["Content-Type"] = "application/json" }

function request()
  local path = "/partners/v1/events/" .. EVENT .. "/cart?apikey=hold-" .. id
  if cart then return wrk.format("DELETE", path .. "&cart_id=" .. cart) end
  return wrk.format("POST", path, json, '{"reserve":{"tickets":[{"id":"000000000001","quantity":2}]}}')
end

function response(status, headers, body)
  if cart then
    if status ~= 204 then io.stderr:write(status .. " " .. body .. "\n") os.exit(1) end
    cart = nil
  else
    cart = body:match('"cart_id":"([^"]+)"')
    if not cart then io.stderr:write(status .. " " .. body .. "\n") os.exit(1) end
  end
end

function done(summary, latency, requests)
  io.write(string.format("failed %d\n", summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
  io.write(string.format("rate %.1f\n", summary.requests / 2 / (summary.duration / 1e6)))
end
