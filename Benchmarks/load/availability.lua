-- Availability of the event with 20,000 seats, all of them free.
function init(arguments)
  prepared = wrk.format("GET", "/partners/v1/events/3F00B16000000008/availability?apikey=load")
end

function request()
  return prepared
end

function done(summary, latency, requests)
  io.write(string.format("failed %d\n", summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
  io.write(string.format("rate %.1f\n", summary.requests / (summary.duration / 1e6)))
end
