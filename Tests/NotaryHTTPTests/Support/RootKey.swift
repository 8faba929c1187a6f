import TUFCore

/// A root key for `example.com/team/app`, made once for these tests, with a certificate that is in
/// force from November 2026 to 2081.
enum RootKey {
    static func signer() throws -> SigningKey {
        let privateKey = try PrivateKey(pkcs8: Base64.decode(privateKey) ?? [])
        return SigningKey(
            notary: privateKey,
            listedAs: Key(notary: .ecdsaX509, publicBytes: Array(certificate.utf8))
        )
    }

    private static let privateKey = """
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgoeCvXXoRlOTPudE6CUDRV5js40cNb/HbMM28izZ/\
        FDqhRANCAASxfCLPHqkPkYZmonMgKvHU7SiyzK4YmTnN/1Y/a2LJs+zMEPTo5EXmlATtkUx2bOrPAWVd1OVaFDMU\
        ljXY8Tyk
        """

    private static let certificate = """
        -----BEGIN CERTIFICATE-----
        MIIBljCCATygAwIBAgIUO1zN5uQsvPSLZH23jRnIxM6n+n8wCgYIKoZIzj0EAwIw
        HzEdMBsGA1UEAwwUZXhhbXBsZS5jb20vdGVhbS9hcHAwIBcNMjYxMTIzMTUxMTA1
        WhgPMjA4MTA4MjYxNTExMDVaMB8xHTAbBgNVBAMMFGV4YW1wbGUuY29tL3RlYW0v
        YXBwMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEsXwizx6pD5GGZqJzICrx1O0o
        ssyuGJk5zf9WP2tiybPszBD06ORF5pQE7ZFMdmzqzwFlXdTlWhQzFJY12PE8pKNU
        MFIwDAYDVR0TAQH/BAIwADAOBgNVHQ8BAf8EBAMCB4AwEwYDVR0lBAwwCgYIKwYB
        BQUHAwMwHQYDVR0OBBYEFBAeg//47UUMoRWii/+SYLHdfvZVMAoGCCqGSM49BAMC
        A0gAMEUCIQDgePHQeR9W1TP8KGGnhYor34t3N96gGTF/fDFx3Dm4IQIgWdg2sI9e
        aNcKv5XR6WHN3r4XQzy3eh8RNqn245/OgGI=
        -----END CERTIFICATE-----

        """
}
