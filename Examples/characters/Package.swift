// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "characters",
  dependencies: [.package(name: "Sconce", path: "../..")],
  targets: [
    .executableTarget(
      name: "characters", dependencies: [.product(name: "Sconce", package: "Sconce")],
      resources: [.embedInCode("model.lua")])
  ],
  swiftLanguageModes: [.v6])
