// OpenSSL 3 as Swift can use it: what it declares, and functions for what it has as macros only. Everything here is empty
// on a system without its headers, where nothing uses it either.
#ifndef WILLCALL_COPENSSL_H
#define WILLCALL_COPENSSL_H

#if __has_include(<openssl/ssl.h>)
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <stddef.h>

/// Makes the library ready: no configuration file is read, for it could name modules to load, and nothing is torn down at
/// exit, for event loops may still be running then. May be called again and again.
static inline int copenssl_prepare(void) {
  return OPENSSL_init_ssl(OPENSSL_INIT_NO_LOAD_CONFIG | OPENSSL_INIT_NO_ATEXIT | OPENSSL_INIT_LOAD_SSL_STRINGS |
                              OPENSSL_INIT_LOAD_CRYPTO_STRINGS,
                          NULL);
}

static inline int copenssl_set_versions(SSL_CTX *context, int lowest, int highest) {
  return SSL_CTX_set_min_proto_version(context, lowest) && SSL_CTX_set_max_proto_version(context, highest);
}

/// How a server wants it: idle connections hold no buffers, writes take what fits one record, sessions are resumed by
/// tickets alone, so that none is kept, and nothing is negotiated twice.
static inline void copenssl_set_modes(SSL_CTX *context) {
  SSL_CTX_set_mode(context,
                   SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_RELEASE_BUFFERS);
  SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
  // The cheapest for both sides first: what passes here is not secret for long.
  SSL_CTX_set_ciphersuites(context,
                           "TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256");
  SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_CIPHER_SERVER_PREFERENCE);
}

static inline int copenssl_add_chain_certificate(SSL_CTX *context, X509 *certificate) {
  return SSL_CTX_add1_chain_cert(context, certificate) > 0;
}

static inline int copenssl_set_host(SSL *session, const char *name) {
  return SSL_set_tlsext_host_name(session, (char *)name) > 0;
}

/// A key on the curve P-256; NULL if it cannot be made.
static inline EVP_PKEY *copenssl_make_key(void) { return EVP_EC_gen("P-256"); }

static inline BIO *copenssl_memory(void) { return BIO_new(BIO_s_mem()); }

static inline size_t copenssl_pending(BIO *memory) { return BIO_ctrl_pending(memory); }

/// The bytes that a memory BIO holds, without taking them.
static inline long copenssl_bytes(BIO *memory, char **bytes) { return BIO_get_mem_data(memory, bytes); }

/// Forgets what a memory BIO holds.
static inline void copenssl_forget(BIO *memory) { BIO_reset(memory); }

/// Whether a session has bytes of the peer that it has not returned yet.
static inline int copenssl_has_more(SSL *session, BIO *input) {
  return BIO_ctrl_pending(input) > 0 || SSL_has_pending(session);
}

/// Whether an error is that of a PEM file without any block of the wanted kind.
static inline int copenssl_is_end_of_pem(unsigned long error) {
  return ERR_GET_LIB(error) == ERR_LIB_PEM && ERR_GET_REASON(error) == PEM_R_NO_START_LINE;
}

/// Adds an extension, written as in x509v3_config(5); the issuer may be the certificate itself.
int copenssl_add_extension(X509 *certificate, X509 *issuer, int kind, const char *value);

int copenssl_set_random_serial(X509 *certificate);

/// Whether the name constraints of an authority, if it has any, permit the names of a certificate.
int copenssl_permits(X509 *authority, X509 *certificate);

/// A PKCS#12 trust store of certificates that Java reads: not encrypted, for they are no secret, with an integrity code
/// made from the password, and each marked as trusted the way Java wants it. NULL if it cannot be made.
PKCS12 *copenssl_trust_store(X509 *const *certificates, size_t count, const char *password);
#endif

#endif
