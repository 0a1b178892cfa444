// Every JSON file of Fixtures/ and scenarios/, compiled in, so that one binary is the whole product.
//
// A new file needs its array and its line in the table; a test compares the table with the folders.

#include "CBundledData.h"

static const unsigned char events_000051048D991EE7[] = {
#embed "../../Fixtures/events/000051048D991EE7.json"
};
static const unsigned char events_0B004D43F86C478F[] = {
#embed "../../Fixtures/events/0B004D43F86C478F.json"
};
static const unsigned char events_2000527EE48A9334[] = {
#embed "../../Fixtures/events/2000527EE48A9334.json"
};
static const unsigned char events_3F000FF500000010[] = {
#embed "../../Fixtures/events/3F000FF500000010.json"
};
static const unsigned char events_3F0011A100000006[] = {
#embed "../../Fixtures/events/3F0011A100000006.json"
};
static const unsigned char events_3F00501D00000004[] = {
#embed "../../Fixtures/events/3F00501D00000004.json"
};
static const unsigned char events_3F005105D843DFA3[] = {
#embed "../../Fixtures/events/3F005105D843DFA3.json"
};
static const unsigned char events_3F005237E5CB39EA[] = {
#embed "../../Fixtures/events/3F005237E5CB39EA.json"
};
static const unsigned char events_3F006E0A00000003[] = {
#embed "../../Fixtures/events/3F006E0A00000003.json"
};
static const unsigned char events_3F00B16000000008[] = {
#embed "../../Fixtures/events/3F00B16000000008.json"
};
static const unsigned char events_3F00B6400000000A[] = {
#embed "../../Fixtures/events/3F00B6400000000A.json"
};
static const unsigned char events_3F00BA2000000B0B[] = {
#embed "../../Fixtures/events/3F00BA2000000B0B.json"
};
static const unsigned char events_3F00BA2C00000002[] = {
#embed "../../Fixtures/events/3F00BA2C00000002.json"
};
static const unsigned char events_3F00C0DE00000014[] = {
#embed "../../Fixtures/events/3F00C0DE00000014.json"
};
static const unsigned char events_3F00C10500000005[] = {
#embed "../../Fixtures/events/3F00C10500000005.json"
};
static const unsigned char events_3F00C4A700000009[] = {
#embed "../../Fixtures/events/3F00C4A700000009.json"
};
static const unsigned char events_3F00CAD000000007[] = {
#embed "../../Fixtures/events/3F00CAD000000007.json"
};
static const unsigned char events_3F00DE1A00000001[] = {
#embed "../../Fixtures/events/3F00DE1A00000001.json"
};
static const unsigned char events_3F00DE1A00000012[] = {
#embed "../../Fixtures/events/3F00DE1A00000012.json"
};
static const unsigned char events_3F00F14E00000013[] = {
#embed "../../Fixtures/events/3F00F14E00000013.json"
};
static const unsigned char keys_card_encryption[] = {
#embed "../../Fixtures/keys/card-encryption.json"
};
static const unsigned char orders_39_20804_PHX[] = {
#embed "../../Fixtures/orders/39-20804-PHX.json"
};
static const unsigned char orders_39_20827_PHX[] = {
#embed "../../Fixtures/orders/39-20827-PHX.json"
};
static const unsigned char orders_39_21316_PHX[] = {
#embed "../../Fixtures/orders/39-21316-PHX.json"
};
static const unsigned char scenarios_captcha[] = {
#embed "../../scenarios/captcha.json"
};
static const unsigned char scenarios_cards_documented[] = {
#embed "../../scenarios/cards-documented.json"
};
static const unsigned char scenarios_cart_expires_in_payment[] = {
#embed "../../scenarios/cart-expires-in-payment.json"
};
static const unsigned char scenarios_commit_response_lost[] = {
#embed "../../scenarios/commit-response-lost.json"
};
static const unsigned char scenarios_delay_delivery[] = {
#embed "../../scenarios/delay-delivery.json"
};
static const unsigned char scenarios_delay_delivery_demo[] = {
#embed "../../scenarios/delay-delivery-demo.json"
};
static const unsigned char scenarios_flaky_network[] = {
#embed "../../scenarios/flaky-network.json"
};
static const unsigned char scenarios_niterun[] = {
#embed "../../scenarios/niterun.json"
};
static const unsigned char scenarios_partial_render[] = {
#embed "../../scenarios/partial-render.json"
};
static const unsigned char scenarios_payment_declined_twice[] = {
#embed "../../scenarios/payment-declined-twice.json"
};
static const unsigned char scenarios_polling[] = {
#embed "../../scenarios/polling.json"
};
static const unsigned char scenarios_quota[] = {
#embed "../../scenarios/quota.json"
};
static const unsigned char scenarios_refresh_fails[] = {
#embed "../../scenarios/refresh-fails.json"
};
static const unsigned char scenarios_schema[] = {
#embed "../../scenarios/schema.json"
};
static const unsigned char scenarios_sla[] = {
#embed "../../scenarios/sla.json"
};
static const unsigned char scenarios_token_malformed[] = {
#embed "../../scenarios/token-malformed.json"
};

static const unsigned char zones[] = {
#embed "../../Fixtures/zones.json"
};

static const unsigned char fixture_schema[] = {
#embed "../../Fixtures/schema.json"
};

#define BUNDLED(name, array) { name, array, sizeof(array) }

static const struct willcall_bundled_file files[] = {
  BUNDLED("events/000051048D991EE7.json", events_000051048D991EE7),
  BUNDLED("events/0B004D43F86C478F.json", events_0B004D43F86C478F),
  BUNDLED("events/2000527EE48A9334.json", events_2000527EE48A9334),
  BUNDLED("events/3F000FF500000010.json", events_3F000FF500000010),
  BUNDLED("events/3F0011A100000006.json", events_3F0011A100000006),
  BUNDLED("events/3F00501D00000004.json", events_3F00501D00000004),
  BUNDLED("events/3F005105D843DFA3.json", events_3F005105D843DFA3),
  BUNDLED("events/3F005237E5CB39EA.json", events_3F005237E5CB39EA),
  BUNDLED("events/3F006E0A00000003.json", events_3F006E0A00000003),
  BUNDLED("events/3F00B16000000008.json", events_3F00B16000000008),
  BUNDLED("events/3F00B6400000000A.json", events_3F00B6400000000A),
  BUNDLED("events/3F00BA2000000B0B.json", events_3F00BA2000000B0B),
  BUNDLED("events/3F00BA2C00000002.json", events_3F00BA2C00000002),
  BUNDLED("events/3F00C0DE00000014.json", events_3F00C0DE00000014),
  BUNDLED("events/3F00C10500000005.json", events_3F00C10500000005),
  BUNDLED("events/3F00C4A700000009.json", events_3F00C4A700000009),
  BUNDLED("events/3F00CAD000000007.json", events_3F00CAD000000007),
  BUNDLED("events/3F00DE1A00000001.json", events_3F00DE1A00000001),
  BUNDLED("events/3F00DE1A00000012.json", events_3F00DE1A00000012),
  BUNDLED("events/3F00F14E00000013.json", events_3F00F14E00000013),
  BUNDLED("keys/card-encryption.json", keys_card_encryption),
  BUNDLED("orders/39-20804-PHX.json", orders_39_20804_PHX),
  BUNDLED("orders/39-20827-PHX.json", orders_39_20827_PHX),
  BUNDLED("orders/39-21316-PHX.json", orders_39_21316_PHX),
  BUNDLED("scenarios/captcha.json", scenarios_captcha),
  BUNDLED("scenarios/cards-documented.json", scenarios_cards_documented),
  BUNDLED("scenarios/cart-expires-in-payment.json", scenarios_cart_expires_in_payment),
  BUNDLED("scenarios/commit-response-lost.json", scenarios_commit_response_lost),
  BUNDLED("scenarios/delay-delivery.json", scenarios_delay_delivery),
  BUNDLED("scenarios/delay-delivery-demo.json", scenarios_delay_delivery_demo),
  BUNDLED("scenarios/flaky-network.json", scenarios_flaky_network),
  BUNDLED("scenarios/niterun.json", scenarios_niterun),
  BUNDLED("scenarios/partial-render.json", scenarios_partial_render),
  BUNDLED("scenarios/payment-declined-twice.json", scenarios_payment_declined_twice),
  BUNDLED("scenarios/polling.json", scenarios_polling),
  BUNDLED("scenarios/quota.json", scenarios_quota),
  BUNDLED("scenarios/refresh-fails.json", scenarios_refresh_fails),
  BUNDLED("scenarios/schema.json", scenarios_schema),
  BUNDLED("scenarios/sla.json", scenarios_sla),
  BUNDLED("scenarios/token-malformed.json", scenarios_token_malformed),
};

size_t willcall_bundled_file_count(void) { return sizeof(files) / sizeof(files[0]); }

struct willcall_bundled_file willcall_bundled_file_at(size_t place) {
  static const unsigned char nothing[] = {0};
  static const struct willcall_bundled_file none = {"", nothing, 0};
  return place < willcall_bundled_file_count() ? files[place] : none;
}

struct willcall_bundled_file willcall_bundled_zones(void) {
  static const struct willcall_bundled_file file = BUNDLED("zones.json", zones);
  return file;
}

struct willcall_bundled_file willcall_bundled_fixture_schema(void) {
  static const struct willcall_bundled_file file = BUNDLED("schema.json", fixture_schema);
  return file;
}
