#include "COpenSSL.h"

#if __has_include(<openssl/ssl.h>)

int copenssl_add_extension(X509 *certificate, X509 *issuer, int kind, const char *value) {
  X509V3_CTX context;
  X509V3_set_ctx_nodb(&context);
  X509V3_set_ctx(&context, issuer, certificate, NULL, NULL, 0);
  X509_EXTENSION *extension = X509V3_EXT_conf_nid(NULL, &context, kind, value);
  if (!extension) return 0;
  int added = X509_add_ext(certificate, extension, -1);
  X509_EXTENSION_free(extension);
  return added;
}

int copenssl_set_random_serial(X509 *certificate) {
  // 127 bits, so that it is positive and fits the twenty octets of RFC 5280 section 4.1.2.2.
  BIGNUM *number = BN_new();
  int done = number && BN_rand(number, 127, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY) &&
             BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate));
  BN_free(number);
  return done;
}

int copenssl_permits(X509 *authority, X509 *certificate) {
  X509_check_purpose(certificate, -1, 0); // has it read its own names
  NAME_CONSTRAINTS *constraints = X509_get_ext_d2i(authority, NID_name_constraints, NULL, NULL);
  if (!constraints) return 1;
  int verdict = NAME_CONSTRAINTS_check(certificate, constraints);
  NAME_CONSTRAINTS_free(constraints);
  return verdict == X509_V_OK;
}

// Oracle's "trusted key usage"; Java takes a certificate of a PKCS#12 file for trusted only if it has this attribute.
static const char trusted_key_usage[] = "2.16.840.1.113894.746875.1.1";

static int add_certificate(STACK_OF(PKCS12_SAFEBAG) **bags, X509 *certificate, size_t number) {
  PKCS12_SAFEBAG *bag = PKCS12_add_cert(bags, certificate);
  if (!bag) return 0;
  char name[32];
  int length = BIO_snprintf(name, sizeof name, "willcall-%zu", number);
  // The alias under which Java lists the entry has to be its own.
  if (!PKCS12_add_friendlyname_utf8(bag, name, length)) return 0;
  ASN1_OBJECT *any = OBJ_nid2obj(NID_anyExtendedKeyUsage);
  return PKCS12_add1_attr_by_txt(bag, trusted_key_usage, V_ASN1_OBJECT, (const unsigned char *)any, -1);
}

PKCS12 *copenssl_trust_store(X509 *const *certificates, size_t count, const char *password) {
  STACK_OF(PKCS12_SAFEBAG) *bags = NULL;
  STACK_OF(PKCS7) *safes = NULL;
  PKCS12 *store = NULL;
  int good = 1;
  for (size_t number = 0; good && number < count; number++) good = add_certificate(&bags, certificates[number], number);
  if (good && PKCS12_add_safe(&safes, bags, -1, 0, NULL)) store = PKCS12_add_safes(safes, 0);
  // SHA-1, because Java 8 before update 301 knows no other; the file is written for one run and read by its own command.
  if (store && !PKCS12_set_mac(store, password, -1, NULL, 0, 2048, EVP_sha1())) {
    PKCS12_free(store);
    store = NULL;
  }
  sk_PKCS7_pop_free(safes, PKCS7_free);
  sk_PKCS12_SAFEBAG_pop_free(bags, PKCS12_SAFEBAG_free);
  return store;
}
#endif
