-- The six calls of a purchase, each with what the one before answered. One connection a thread; a new key every
-- FLOWS purchases, as tests take new keys.
local EVENT = "3F005105D843DFA3"
local FLOWS = 150
local threads = 0

function setup(thread)
  threads = threads + 1
  thread:set("id", threads)
end

local json = { ["Content-Type"] = "application/json" }
local render = { ["Content-Type"] = "application/json", ["x-user-id"] = "12313131" }
local step, flows, key, cart, total, order, ticket

function init(arguments)
  step, flows, key = 1, 0, "flow-" .. id .. "-0"
end

local events = "/partners/v1/events/" .. EVENT

function request()
  if step == 1 then return wrk.format("GET", events .. "/availability?apikey=" .. key) end
  if step == 2 then
    return wrk.format("POST", events .. "/cart?apikey=" .. key, json, '{"reserve":{"tickets":[{"id":"000000000001","quantity":1}]}}')
  end
  if step == 3 then
    return wrk.format("PUT", events .. "/cart/payment?apikey=" .. key, json,
      '{"cart_id":"' .. cart .. '","payment":{"type":"BRAINTREE","amount":"' .. total ..
      '","third_party_account_id":"12313131","card":{"number":"fake-valid-visa-nonce","cin":"123"}}}')
  end
  if step == 4 then return wrk.format("PUT", events .. "/cart?apikey=" .. key, json, '{"cart_id":"' .. cart .. '"}') end
  if step == 5 then
    return wrk.format("POST", "/partners/v1/orders?order_token=" .. order .. "&apikey=" .. key, json,
      '{"device_id":"phone-1","device_type":"native","device_os":"ios","third_party_account_id":"12313131"}')
  end
  return wrk.format("POST", "/marketplace/v1/securerender?apikey=" .. key, render,
    '{"deviceId":"phone-1","deviceType":"NATIVE","deviceOs":"IOS","tickets":[{"eventId":"' .. EVENT .. '",' .. ticket .. "}]}")
end

function response(status, headers, body)
  if status ~= 200 then
    io.stderr:write("step " .. step .. ": " .. status .. " " .. body .. "\n")
    os.exit(1)
  end
  if step == 2 then
    cart = body:match('"cart_id":"([^"]+)"')
    total = body:match('"grand":([%d.]+),"merchandise":[%d.]+,"tax":[%d.]+,"unpaid"')
  elseif step == 4 then
    order = body:match('"order_token":"([^"]+)"')
  elseif step == 5 then
    ticket = '"section":"' .. body:match('"section":"([^"]+)"') .. '","row":"' .. body:match('"row":"([^"]+)"') ..
      '","seat":"' .. body:match('"seat_name":"([^"]+)"') .. '","barcode":"' .. body:match('"barcode_id":"([^"]+)"') .. '"'
  end
  step = step + 1
  if step > 6 then
    step = 1
    flows = flows + 1
    if flows % FLOWS == 0 then key = "flow-" .. id .. "-" .. flows end
  end
end

function done(summary, latency, requests)
  io.write(string.format("failed %d\n", summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
  io.write(string.format("rate %.1f\n", summary.requests / 6 / (summary.duration / 1e6)))
end
