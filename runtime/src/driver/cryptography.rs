//! The library of cryptography below TLS, where several are compiled in.

/// Chooses one for the process, unless the program has: clients that ask for that of the process would panic if there were two
/// and none was chosen (<https://docs.rs/rustls/latest/rustls/crypto/struct.CryptoProvider.html>).
pub fn choose() {
    if rustls::crypto::CryptoProvider::get_default().is_some() {
        return;
    }
    #[cfg(feature = "tls")]
    let provider = rustls::crypto::ring::default_provider();
    #[cfg(not(feature = "tls"))]
    let provider = rustls::crypto::aws_lc_rs::default_provider();
    // An error means that somebody was faster.
    provider.install_default().ok();
}
