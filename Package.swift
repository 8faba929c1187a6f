// swift-tools-version: 6.2
import PackageDescription

let swiftSettings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

let argumentParser = Target.Dependency.product(
    name: "ArgumentParser",
    package: "swift-argument-parser"
)
let asyncHTTPClient = Target.Dependency.product(
    name: "AsyncHTTPClient",
    package: "async-http-client"
)
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let grpcCore = Target.Dependency.product(name: "GRPCCore", package: "grpc-swift-2")
let grpcTransport = Target.Dependency.product(
    name: "GRPCNIOTransportHTTP2Posix",
    package: "grpc-swift-nio-transport"
)
let grpcInProcess = Target.Dependency.product(
    name: "GRPCInProcessTransport",
    package: "grpc-swift-2"
)
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let hummingbirdTesting = Target.Dependency.product(
    name: "HummingbirdTesting",
    package: "hummingbird"
)
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let metrics = Target.Dependency.product(name: "Metrics", package: "swift-metrics")
let coreMetrics = Target.Dependency.product(name: "CoreMetrics", package: "swift-metrics")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioEmbedded = Target.Dependency.product(name: "NIOEmbedded", package: "swift-nio")
let nioHTTP2 = Target.Dependency.product(name: "NIOHTTP2", package: "swift-nio-http2")
let nioHTTPTypes = Target.Dependency.product(name: "NIOHTTPTypes", package: "swift-nio-extras")
let nioHTTPTypesHTTP1 = Target.Dependency.product(
    name: "NIOHTTPTypesHTTP1",
    package: "swift-nio-extras"
)
let nioHTTPTypesHTTP2 = Target.Dependency.product(
    name: "NIOHTTPTypesHTTP2",
    package: "swift-nio-extras"
)
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let nioTLS = Target.Dependency.product(name: "NIOTLS", package: "swift-nio")
let serviceLifecycle = Target.Dependency.product(
    name: "ServiceLifecycle",
    package: "swift-service-lifecycle"
)
let unixSignals = Target.Dependency.product(
    name: "UnixSignals",
    package: "swift-service-lifecycle"
)
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: swiftSettings)
}

// An idle server is hardly more than the pages of its program that a start has touched. So linked
// these are fewer: addresses that a start must mend stand close together, and names that nobody
// looks up are left out.
let linkerSettings: [LinkerSetting] = [
    .unsafeFlags(
        [
            "-use-ld=lld", "-Xlinker", "--no-export-dynamic", "-Xlinker", "-z", "-Xlinker",
            "pack-relative-relocs",
        ],
        .when(platforms: [.linux], configuration: .release)
    )
]

func executable(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(
        name: name,
        dependencies: dependencies,
        swiftSettings: swiftSettings,
        linkerSettings: linkerSettings
    )
}

func tests(
    _ name: String,
    _ dependencies: [Target.Dependency],
    exclude: [String] = [],
    resources: [Resource]? = nil
) -> Target {
    .testTarget(
        name: name,
        dependencies: dependencies,
        exclude: exclude,
        resources: resources,
        swiftSettings: swiftSettings
    )
}

let package = Package(
    name: "Countersign",
    products: [
        .library(name: "TUFCore", targets: ["TUFCore"]),
        .library(name: "PolicyEngine", targets: ["PolicyEngine"]),
        .executable(name: "AdmissionHTTP", targets: ["AdmissionHTTP"]),
        .executable(name: "NotaryHTTP", targets: ["NotaryHTTP"]),
        .executable(name: "tuf-conformance-client", targets: ["ConformanceClient"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-nio-http2", from: "1.43.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/grpc/grpc-swift-2", from: "2.4.3"),
        .package(url: "https://github.com/grpc/grpc-swift-nio-transport", from: "2.9.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CSodium",
            pkgConfig: "libsodium",
            providers: [.apt(["libsodium-dev"])]
        ),
        .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        library("TUFCore", ["CSodium", "COpenSSL"]),
        library("PolicyEngine", ["TUFCore", yams]),
        library("NotaryClient", ["TUFCore", asyncHTTPClient, nioCore, nioHTTP1, nioSSL]),
        library("ImageTrust", ["TUFCore", "PolicyEngine", "NotaryClient", logging]),
        library("NotaryService", ["TUFCore", logging]),
        library("SignerProtocol", [grpcCore]),
        library(
            "NotarySigner",
            [
                "TUFCore", "NotaryService", "SignerProtocol", crypto, cryptoExtras, grpcCore,
                grpcTransport, logging, nioCore, nioSSL,
            ]
        ),
        library("NotaryStorage", ["TUFCore", "NotaryService", grdb]),
        library(
            "HTTPService",
            [
                argumentParser, coreMetrics, httpTypes, hummingbird, hummingbirdCore, logging,
                metrics, nioCore, nioHTTP1, nioHTTP2, nioHTTPTypes, nioHTTPTypesHTTP1,
                nioHTTPTypesHTTP2, nioPosix,
                nioSSL, nioTLS, serviceLifecycle, unixSignals,
            ]
        ),
        executable(
            "AdmissionHTTP",
            [
                "TUFCore", "PolicyEngine", "NotaryClient", "ImageTrust", "HTTPService",
                argumentParser, hummingbird, logging, metrics, nioCore, serviceLifecycle,
            ]
        ),
        executable(
            "NotaryHTTP",
            [
                "TUFCore", "NotaryService", "NotarySigner", "NotaryStorage", "SignerProtocol",
                "HTTPService", argumentParser, grpcCore, grpcTransport, httpTypes, hummingbird,
                logging, metrics, nioCore, serviceLifecycle, yams,
            ]
        ),
        .target(
            name: "RepositorySimulation",
            dependencies: ["TUFCore"],
            path: "Tests/RepositorySimulation",
            swiftSettings: swiftSettings
        ),
        .executableTarget(
            name: "ConformanceClient",
            dependencies: ["TUFCore", argumentParser, asyncHTTPClient, nioCore, nioHTTP1],
            path: "Tests/Conformance",
            swiftSettings: swiftSettings
        ),
        tests("TUFCoreTests", ["TUFCore", "RepositorySimulation"], resources: [.copy("Vectors")]),
        tests(
            "PolicyEngineTests",
            ["PolicyEngine", "TUFCore", "RepositorySimulation"],
            resources: [.copy("Vectors")]
        ),
        tests(
            "NotaryClientTests",
            ["NotaryClient", "TUFCore", hummingbird, hummingbirdTesting, nioCore],
            resources: [.copy("Vectors")]
        ),
        tests(
            "ImageTrustTests",
            [
                "ImageTrust", "NotaryClient", "PolicyEngine", "TUFCore", "RepositorySimulation",
                logging,
            ]
        ),
        .target(
            name: "NotaryTesting",
            dependencies: ["NotaryService", "TUFCore"],
            path: "Tests/NotaryTesting",
            swiftSettings: swiftSettings
        ),
        tests(
            "NotaryServiceTests",
            [
                "NotaryService", "NotaryStorage", "NotarySigner", "NotaryTesting", "TUFCore",
                logging,
            ],
            resources: [.copy("Vectors")]
        ),
        tests(
            "NotarySignerTests",
            [
                "NotarySigner", "NotaryService", "NotaryStorage", "SignerProtocol", "TUFCore",
                grpcCore, grpcInProcess, logging,
            ],
            resources: [.copy("Vectors")]
        ),
        tests("SignerProtocolTests", ["SignerProtocol", grpcCore]),
        tests(
            "NotaryStorageTests",
            ["NotaryStorage", "NotaryService", "NotaryTesting", "TUFCore", logging]
        ),
        tests(
            "HTTPServiceTests",
            [
                "HTTPService", argumentParser, asyncHTTPClient, coreMetrics, httpTypes, hummingbird,
                hummingbirdTesting, logging, nioCore, nioEmbedded, nioHTTP1, nioHTTPTypes,
                nioHTTPTypesHTTP1, nioPosix, nioSSL, serviceLifecycle,
            ]
        ),
        tests(
            "AdmissionHTTPTests",
            [
                "AdmissionHTTP", "ImageTrust", "PolicyEngine", "TUFCore", "RepositorySimulation",
                hummingbird,
                hummingbirdTesting,
            ]
        ),
        tests(
            "NotaryHTTPTests",
            [
                "HTTPService", "NotaryHTTP", "NotaryService", "NotarySigner", "NotaryStorage",
                "NotaryTesting", "TUFCore", argumentParser, httpTypes, hummingbird,
                hummingbirdTesting, logging, nioCore, serviceLifecycle,
            ],
            resources: [.copy("Vectors")]
        ),
        .target(
            name: "Fuzzing",
            dependencies: ["TUFCore", "PolicyEngine"],
            path: "Tests/Fuzzing",
            exclude: ["Corpus", "Entry", "words.txt"],
            swiftSettings: swiftSettings
        ),
        tests("FuzzingTests", ["Fuzzing"]),
        tests("ArchitectureTests", [], exclude: ["MustNotCompile"]),
        tests(
            "EndToEndTests",
            [
                "TUFCore", "PolicyEngine", "NotaryClient", "ImageTrust", "NotaryService",
                "NotarySigner", "NotaryStorage", "NotaryTesting", "RepositorySimulation",
                "SignerProtocol", asyncHTTPClient, grpcCore, grpcTransport, httpTypes, hummingbird,
                logging, nioCore, nioHTTP1, nioPosix, nioSSL,
            ],
            exclude: ["Catalogue/Requests"],
            resources: [
                .copy("Configuration/notary-conf"),
                .copy("Hostile/connections.py"),
                .copy("Support/docker-engine-stub.py"),
                .copy("Interoperability/notary-files.py"),
                .copy("Interoperability/tuf-client.py"),
            ]
        ),
        .testTarget(
            name: "Benchmarks",
            dependencies: [
                "TUFCore", "PolicyEngine", "RepositorySimulation", "CSodium", "COpenSSL",
            ],
            path: "Benchmarks",
            exclude: ["Peers"],
            swiftSettings: swiftSettings
        ),
    ],
    swiftLanguageModes: [.v6]
)
