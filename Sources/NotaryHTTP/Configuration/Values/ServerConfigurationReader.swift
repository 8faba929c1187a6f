import HTTPService
import Logging
import TUFCore

/// Makes a server's configuration of notary-server's settings.
struct ServerConfigurationReader {
    var settings: ConfigurationReader<ServerKey>
    /// `--no-authentication`.
    let noAuthentication: Bool

    /// Reads everything.
    static func settings(
        from source: ConfigurationSource<ServerKey>,
        portFile: String? = nil,
        noAuthentication: Bool = false
    ) -> ServerSettings {
        var reader = ServerConfigurationReader(
            settings: ConfigurationReader(source),
            noAuthentication: noAuthentication
        )
        let address = reader.settings.address(.address)
        let tls = reader.tls()
        let trustService = reader.trustService()
        let storage = reader.settings.storage(
            StorageKeys(backEnd: .backEnd, data: .data, databaseURL: .databaseURL)
        )
        let defaultAlias = reader.settings.text(.defaultAlias)
        let tokens = reader.tokens()
        let caching = reader.caching()
        let gunPrefixes = reader.gunPrefixes()
        let logLevel = reader.settings.logLevel(.logLevel)
        return ServerSettings(
            address: address,
            tls: tls,
            trustService: trustService,
            storage: storage,
            defaultAlias: defaultAlias,
            tokens: tokens,
            caching: caching,
            gunPrefixes: gunPrefixes,
            logLevel: logLevel,
            portFile: portFile,
            faults: reader.settings.faults
        )
    }

    private mutating func tls() -> TLSFiles? {
        let certificate = settings.path(.certificate, expected: "a PEM file")
        let key = settings.path(.certificateKey, expected: "a PEM file")
        let authorities = settings.path(.clientAuthorities, expected: "a PEM file")
        switch (certificate, key) {
        case (let certificate?, let key?):
            return TLSFiles(certificate: certificate, key: key, clientAuthorities: authorities)
        case (nil, nil):
            if authorities != nil {
                let expected = "a certificate beside `\(ServerKey.clientAuthorities.rawValue)`"
                settings.note(.certificate, expected: expected)
            }
        case (_?, nil):
            let expected = "the key of `\(ServerKey.certificate.rawValue)`, or neither for no TLS"
            settings.note(.certificateKey, expected: expected)
        case (nil, _?):
            let key = ServerKey.certificateKey.rawValue
            settings.note(.certificate, expected: "the certificate of `\(key)`, or neither")
        }
        return nil
    }

    private mutating func caching() -> CachingConfiguration {
        let standard = CachingConfiguration()
        return CachingConfiguration(
            current: seconds(.currentAge) ?? standard.current,
            consistent: seconds(.consistentAge) ?? standard.consistent
        )
    }

    private mutating func seconds(_ key: ServerKey) -> Int? {
        let range = 0...CachingConfiguration.maximumAge
        return settings.parsed(key, expected: "0 to \(range.upperBound) seconds") { text in
            Int(text).flatMap { range.contains($0) ? $0 : nil }
        }
    }

    private mutating func gunPrefixes() -> GUNPrefixes {
        let expected = "prefixes of repository names, such as `docker.io/`"
        let texts = settings.list(.gunPrefixes, expected: expected) ?? []
        if let prefixes = GUNPrefixes(texts) { return prefixes }
        for text in texts where !GUNPrefixes.isPrefix(text) {
            settings.note(.gunPrefixes, expected: expected, found: text)
        }
        return .all
    }
}
