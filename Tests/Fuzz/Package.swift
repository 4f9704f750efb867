// swift-tools-version: 6.2
// libFuzzer on torch.deserialize. Built by scripts/fuzz.sh with the compiler's flags for it, and by nothing else.
import PackageDescription

let package = Package(
  name: "Fuzz",
  dependencies: [.package(name: "Sconce", path: "../..")],
  targets: [
    .executableTarget(
      name: "t7fuzz", dependencies: [.product(name: "Sconce", package: "Sconce")],
      swiftSettings: [.unsafeFlags(["-parse-as-library"])],
      // gold, the default, fails on what the sanitizers add.
      linkerSettings: [.unsafeFlags(["-use-ld=lld"])])
  ],
  swiftLanguageModes: [.v6])
